### /settings: its parts, selects, buttons and forms, and what it says of each part.

## The message; its title, text and the select of its parts

# At the top; at most 256 characters.
overview-title = Easel en este servidor
overview-intro = Lo que ajustes aquí tiene prioridad sobre los valores del bot. Elige abajo qué quieres cambiar.
# The select; at most 150 characters.
overview-section = Qué quieres cambiar

## Its parts, in their order, at most 100 characters each

section-channels = Canales y galería
section-who = Quién y dónde
section-models = Modelos y opciones
section-defaults = Valores predeterminados
section-budgets = Límites
section-friendly = Moderación
section-privacy = Privacidad
section-key = Clave propia

## Selects, at most 150 characters each

select-gallery-channel-id = Galería: un canal de texto o un foro
select-reports-channel-id = Denuncias: un canal que lea la moderación
select-language = Idioma de las respuestas públicas: vacío, el del servidor
select-doing = Para qué
select-where = Dónde: vacío, en todas partes
select-whose = Para qué roles: vacío, para todo el mundo
select-models = Modelos: vacío, todos
select-qualities = Calidades: vacío, todas
select-sizes = Tamaños: vacío, todos
select-default-model = Modelo: vacío, el del bot
select-default-quality = Calidad: vacío, la del bot
select-default-size = Tamaño: vacío, el del bot
select-moderation = Cuánto filtra el servicio de imágenes
select-low-moderation-channel-ids = Canales con restricción de edad que filtran lo mínimo
select-budget = Límite para un rol: elige el rol

## Buttons, at most 80 characters each

button-weekly-on = Publicar las imágenes de la semana
button-weekly-off = No publicar las imágenes de la semana
button-streaming-on = Mostrar las imágenes mientras se generan
button-streaming-off = No mostrar las imágenes mientras se generan
button-masked-edits-on = Con máscara: conservar el resto exacto
button-masked-edits-off = Con máscara: dejarlo como lo genere el modelo
button-uploads-on = Permitir editar lo que suben los miembros
button-uploads-off = No permitir editar lo que suben otras personas
button-n-limit = Imágenes por solicitud
button-default-n = Imágenes por solicitud
button-user = Límite de cada miembro
button-server = Límite del servidor
button-limits = Solicitudes en curso
button-words = Palabras bloqueadas
button-correct = Corregir

## What can be opened to some channels and roles alone, at most 100 characters each

doing-imagine = Crear imágenes con palabras
doing-edit = Editar imágenes
doing-share = Compartir en la galería

## How strict the images service is; the first word is its own name for it; at most 100 characters each

moderation-auto = auto: el filtro normal del servicio de imágenes
moderation-low = low: el filtro mínimo que ofrece

## Titles of forms, at most 45 characters each

form-n-limit = Máximo de imágenes por solicitud
form-default-n = Imágenes si nadie dice cuántas
form-user = Límite de cada miembro
form-role = Límite de cada miembro de un rol
form-server = Límite de todo el servidor
form-limits = Solicitudes en curso a la vez
form-words = Palabras y frases bloqueadas

## Fields of forms, at most 45 characters each

field-n-limit = Imágenes
field-default-n = Imágenes
field-pictures-day = Imágenes al día
field-pictures-month = Imágenes al mes
field-microusd-day = Dólares al día
field-microusd-month = Dólares al mes
field-jobs-per-user = De un miembro
field-jobs-per-server = De todo el servidor
field-words = Una palabra o frase por línea

## Under fields, at most 100 characters each

empty-is-inherited = Vacío: el valor del bot
words-hint = Coinciden enteras, sin distinguir mayúsculas, acentos ni letras parecidas

## What was typed and does not go

# $field is the name of a field of a form.
not-a-count = **{ $field }**: “{ $typed }” no es un número de { $least } a { $most }. No cambió nada; corrígelo con el botón de abajo.
not-an-amount = **{ $field }**: “{ $typed }” no es { $unit ->
        [pictures] un número entero como 20
       *[dollars] una cantidad como 2,50
    }. No cambió nada; corrígelo con el botón de abajo.
quoted = “{ $typed }”
words-left-out = { $full ->
        [true] No caben en la lista
       *[false] No tienen letras ni números
    }: { $words }. El resto se guardó.

## What is set, and what the bot has by itself

line = **{ $name }**: { $value }
line-inherited = **{ $name }**: *por defecto: { $value }*
line-name-gallery = Galería
line-name-reports = Denuncias
line-name-weekly = Imágenes de la semana
line-name-language = Idioma
line-name-models = Modelos
line-name-qualities = Calidades
line-name-sizes = Tamaños
line-name-n-limit = Imágenes por solicitud
line-name-streaming = Mostrar mientras se generan
line-name-masked-edits = Ediciones con máscara
masked-edits-exact = exactas, solo cambia lo marcado
masked-edits-as-drawn = como las genere el modelo
line-name-default-model = Modelo
line-name-default-quality = Calidad
line-name-default-size = Tamaño
line-name-default-n = Imágenes
line-name-jobs-per-user = Solicitudes en curso por miembro
line-name-jobs-per-server = Solicitudes en curso del servidor
line-name-words = Palabras y frases bloqueadas
line-name-strictness = Filtro del servicio de imágenes
line-name-lowest-strictness = Filtro mínimo
line-name-uploads = Lo que suben los miembros
on = sí
off = no
# Behind "Denuncias:" and "Palabras y frases:", so of no gender.
none = nada elegido
none-to-share = nada elegido, no se puede compartir
language-of-discord = el del servidor en Discord
# Behind models alone.
all-of = todos: { $names }
# Behind qualities and sizes, so of no gender.
all-of-model = lo que tenga el modelo
up-to = hasta { $number }
at-most = { $number } como máximo
instead = { $value }, porque { $own } no se puede usar aquí
everybody-everywhere = todo el mundo, en todas partes
opening = { $in_channels ->
        [true] solo en { $channels }
       *[false] en todas partes
    }, { $for_roles ->
        [true] solo para { $roles }
       *[false] para todo el mundo
    }
strictness-own = el normal
in-channels = en { $channels }
in-no-channel = en ningún canal
uploads = { $edited ->
        [true] otras personas pueden editarlo
       *[false] nadie más puede editarlo
    }

## Warnings, on lines of their own

channel-gone = ⚠️ Ya no existe o no puedo verlo.
channel-lacks = ⚠️ Permisos que me faltan ahí: { $permissions }.
limit-lower = ⚠️ El límite del bot es más bajo: { $limit }.
unmarked = ⚠️ No se aplica en { $channels }: Discord no lo marca como canal con restricción de edad.
strictness-unknown = ⚠️ Al servicio de imágenes de este bot no se le puede decir cuánto filtrar.
misfit = ⚠️ Sin efecto: { $setting } { $values }. { $why ->
        [off] El bot no lo ofrece, o ya no
        [over] El límite del bot es más bajo
       *[outside] Queda fuera de lo permitido aquí
    }.
# What $setting may be.
misfit-models = modelo
misfit-qualities = calidad
misfit-n-limit = límite de imágenes
misfit-default-model = modelo predeterminado
misfit-default-quality = calidad predeterminada
misfit-default-size = tamaño predeterminado
misfit-default-n = número predeterminado de imágenes

## Budgets

budgets-none = **Límites**: ninguno propio de este servidor
budgets-by-key = *del bot: ninguno, porque este servidor paga con su propia clave*
budgets-inherited-none = *del bot: ninguno*
budgets-inherited = *del bot, también valen aquí:*
# $amounts are one or more of budget-money and budget-pictures.
budget-line = { $scope ->
        [role] Cada miembro con { $role }
        [user] Cada miembro
        [server] Todo el servidor
       *[bot] Todo el bot
    }: { $amounts }
budget-money = { $amount } { $period ->
        [day] al día
       *[month] al mes
    }
budget-pictures = { $amount ->
        [one] { $amount } imagen
       *[other] { $amount } imágenes
    } { $period ->
        [day] al día
       *[month] al mes
    }
budgets-more = y { $more } más
