### Why requests came to nothing: each stands after a number, as in "3 over a budget".

reason-invalid-request = con opciones o archivos no válidos
reason-not-allowed = donde no puedo publicar
reason-budget-spent = por encima de un límite
reason-queue-full = con la cola llena
reason-too-many-jobs = con demasiadas solicitudes en curso
reason-storage-down = con la base de datos caída
reason-server-key-unreadable = con una clave de este servidor que no puedo leer
reason-server-key-changed = con una clave de este servidor que cambió entretanto
reason-not-for-you = sin permiso
reason-not-yours = sobre imágenes de otra persona
reason-closed-here = donde no está habilitado
reason-muted = de personas silenciadas
reason-word-refused = con una palabra bloqueada aquí
reason-edits-forbidden = sobre imágenes que no se dejan editar
reason-content-refused = rechazadas por la seguridad del servicio de imágenes
reason-rate-limited = con el servicio de imágenes saturado
reason-provider-down = con el servicio de imágenes caído
reason-provider-timed-out = sin terminar a tiempo en el servicio de imágenes
reason-provider-misconfigured = no aceptadas por el servicio de imágenes
reason-out-of-money = sin saldo en el servicio de imágenes
reason-bad-answer = con una respuesta sin imagen
reason-cancelled = canceladas
reason-stopped = interrumpidas por un reinicio o un error mío
reason-otherwise = por otro motivo
