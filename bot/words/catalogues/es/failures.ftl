### What went wrong: what happened, what to do now, and whether it cost anything.
### Whether it cost anything is a sentence of its own here ("No se gastó nada."), where English has it behind a semicolon.
### `this-server` and `this-channel` hold their "en", because "de el servidor" is not Spanish.
### What stands between backticks is what people type, and stays.

## Parts that the sentences share

free = No se gastó nada
cost = { $charge ->
       *[free] { free }
        [unsure] Puede que el servicio de imágenes lo haya cobrado
        [all] El servicio de imágenes ya estaba trabajando, así que cuenta para tus límites
        [part] El servicio de imágenes ya estaba trabajando, así que el { $percent } % cuenta para tus límites
    }
paid = { $free ->
        [true] No costó nada
       *[false] Ya se pagó
    }
# Before a verb in the third person singular.
made = { $posted ->
        [0] El resultado está listo, pero
        [one] Solo se publicó { $posted } de { $pictures } imágenes: el resto
       *[other] Solo se publicaron { $posted } de { $pictures } imágenes: el resto
    }

here = { $where ->
        [here] aquí
       *[elsewhere] en { $channel }
    }
here-if-here = { $where ->
        [here] {" "}aquí
       *[elsewhere] {""}
    }
this-channel = { $where ->
        [here] en este canal
       *[elsewhere] en { $channel }
    }
this-server = { $where ->
        [here] en este servidor
       *[elsewhere] en el servidor de { $channel }
    }
this-server-first = { $where ->
        [here] Este servidor
       *[elsewhere] El servidor de { $channel }
    }

# Behind "Eso solo puede hacerlo aquí ...".
standing-asker = quien pidió la imagen
standing-channel-moderator = quien modera
standing-manager = quien administra el servidor
standing-member = quien es miembro del servidor
standing-moderator = quien modera
standing-or = {" o "}

## Without an error of their own

failed-plainly = Esta solicitud falló, y Discord bloquea el texto que dice por qué. Está en /history.
unreadable = Discord envió con esto algo que no puedo leer, como una encuesta. Prueba sin eso o con otro mensaje. No se gastó nada.
form-over = Este formulario se abrió hace demasiado tiempo o antes de que Easel se reiniciara. Ábrelo otra vez. No se gastó nada.

## The errors

prompt-blank = El prompt está vacío. Di con palabras qué debe mostrar la imagen. { free }.
prompt-too-long = El prompt tiene { $length } caracteres y el máximo es { $limit }. Acórtalo y pide otra vez. { free }.
prompt-too-long-for-model = El prompt es más largo de lo que acepta { $model }{ $has_limit ->
        [true] {" "}({ $limit } caracteres)
       *[false] {""}
    }. Acórtalo o elige otro `model`. { free }.
request-too-large = { $pictures ->
        [0] La solicitud es más grande de lo que el servicio de imágenes acepta de una vez. Acorta el prompt y pide otra vez
       *[other] Las imágenes son más grandes de lo que el servicio de imágenes acepta de una vez. Redúcelas o usa menos
    }. { free }.
format-not-granted = La cuenta del bot en el servicio de imágenes no tiene acceso a `format` { $output_format } con { $model }. Elige png, webp o jpeg. { free }.
edits-not-offered = El servicio de imágenes{ here-if-here } crea imágenes con palabras, pero no las edita. Usa /imagine. { free }.
mask-not-offered = El servicio de imágenes{ here-if-here } no acepta máscaras. Quita la `mask` y di con palabras qué debe cambiar. { free }.
mask-for-several-pictures = Una máscara vale para una sola imagen{ here-if-here }, y diste { $pictures }. Quita la máscara o las demás imágenes. { free }.
too-many-pictures = Son { $pictures } imágenes y el máximo es { $limit }. Quita algunas o vacía tus referencias con /references. { free }.
no-picture-there = En ese mensaje no hay ninguna imagen que pueda usar. Elige una que esté adjunta, no enlazada, o adjúntala tú. { free }.
picture-out-of-sight = Discord no me muestra lo que otras personas adjuntan a sus mensajes. Abre el menú de ese mensaje y elige Aplicaciones > Editar imagen. { free }.
no-such-picture = En ese mensaje no hay imagen { $place }: tiene { $pictures }. Empieza con otro número. { free }.
nothing-larger = { $model } no puede crear una imagen más grande con esta forma. Edítala con otro `model`. { free }.
already-that-shape = La imagen ya tiene la proporción { $aspect }, así que no hay nada que añadir. Elige otra `aspect`. { free }.
aspect-not-taken = { $beside ->
        [mask] Una `aspect` añade algo alrededor de la imagen y una `mask` cambia lo que hay en ella. Quita una de las dos opciones
        [size] Con una `aspect` ya se sabe el tamaño de la imagen. Quita el `size`
        [preview] Lo que añade una `aspect` queda fuera de la imagen, así que no hay nada que elegir. Quita `preview`
       *[nothing] Una `aspect` expande una imagen que ya existe. Para una nueva, elige un `size`
    }. { free }.
extended-too-far = La imagen quedaría más alargada que { $limit }:1, y { $model } no llega a tanto. Expándela primero en la otra dirección o elige otro `model`. { free }.
area-not-taken = { $as_drawn ->
        [true] `area` { $area } solo vale con las ediciones exactas, que están desactivadas { here }. Quita `area` o habla con quien administra el servidor o el bot
       *[false] `area` { $area } dice cuánto de la imagen acompaña a una máscara, y no hay máscara. Añade una `mask` o quita `area`
    }. { free }.
unsupported-image = El archivo de `{ $label }` { $known ->
        [yes] es { $found }, pero de una variante que no puedo leer
        [no] es { $found }, no una imagen { $formats }
       *[unclear] no es una imagen { $formats }
    }. { $found ->
        [HEIC] En un iPhone, pon Cámara > Formatos en “Más compatible” o adjunta una captura de pantalla
       *[other] Guárdalo como PNG o JPEG y adjúntalo así
    }. { free }.
broken-image = El archivo de `{ $label }` está cortado o dañado y no se puede leer como imagen. Ábrelo, guárdalo otra vez y vuelve a adjuntarlo. { free }.
file-too-large = El archivo de `{ $label }` pesa más de { $limit_mib } MiB. Guárdalo más pequeño o como JPEG y pide otra vez. { free }.
too-many-pixels = La imagen de `{ $label }` mide { $size } píxeles, y en su formato el máximo es de { $limit_megapixels } megapíxeles. Redúcela y pide otra vez. { free }.
side-too-long = La imagen de `{ $label }` mide { $size }, y el lado más largo puede tener hasta { $limit_side } píxeles. Recórtala o redúcela y pide otra vez. { free }.
image-too-complex = Leer el archivo de `{ $label }` lleva demasiada memoria o tiempo. Guárdalo más pequeño o como un JPEG o PNG normal y pide otra vez. { free }.
foreign-file = El archivo de `{ $label }` no está en los servidores de Discord. Adjunta el archivo mismo. { free }.
file-unavailable = Discord no entregó el archivo de `{ $label }`. Adjúntalo otra vez y repite la solicitud. { free }.
mask-of-another-shape = La máscara mide { $mask_size } y la imagen { $image_size }: no tienen la misma forma. Usa una máscara del tamaño de la imagen o con sus mismas proporciones. { free }.
mask-too-detailed = La máscara tiene demasiado detalle para enviarla: ocupa { $size_mib } MiB y debe ocupar menos de { $limit_mib } MiB. Usa zonas lisas en blanco y negro o una imagen más pequeña. { free }.
not-allowed = No puedo publicar imágenes { here }. Permisos que me faltan: { $permission_names }. Pídeselos a la moderación o usa otro canal. { free }.
budget-spent = { $left ->
        [0] Se agotó
       *[other] Esto supera
    } { $scope ->
        [user] tu límite
       *[other] el límite
    } de { $period ->
        [month] este mes
       *[day] hoy
    }{ budget-whose }{ $left ->
        [0] { $unit ->
            [microusd] {""}
           *[pictures] {" "}({ $limit ->
                [one] { $limit } imagen
               *[other] { $limit } imágenes
            })
        }
       *[other] : { $unit ->
            [microusd] quedan { $price_left }
           *[pictures] { $left ->
                [one] queda
               *[other] quedan
            } { $left } de { $limit } imágenes
        }
    }. Se renueva { $renews }. { free }.
budget-whose = { $scope ->
        [user] {""}
        [role] {" "}para tu rol
        [server] {" "}{ this-server }
       *[bot] {" "}de todo el bot
    }{ $in_server ->
        [true] {" "}{ this-server }
       *[false] {""}
    }
queue-full = Ya hay { $waiting } solicitudes en espera y el máximo es { $limit }. Prueba otra vez en unos minutos. { free }.
too-many-jobs = { $scope ->
       *[user] Tienes
        [here] Tienes
        [server] { this-server-first } tiene
    } { $open ->
        [one] { $open } solicitud en curso
       *[other] { $open } solicitudes en curso
    }{ $scope ->
        [here] {" "}{ this-server }
       *[other] {""}
    } y el máximo es { $limit }. Espera a que termine alguna. { free }.
cancelled = { $is_known ->
        [true] { $by }
       *[false] Alguien que ya borró sus datos
    } canceló esta solicitud. Pide otra vez cuando quieras. { cost }.
rate-limited = El servicio de imágenes está saturado y rechazó la solicitud. Puedes probar otra vez { wait }. { cost }.
provider-down = El servicio de imágenes no respondió o se cayó a mitad de camino. Prueba otra vez en unos minutos. { cost }.
provider-timed-out = El servicio de imágenes no terminó a tiempo. Prueba con menos calidad o menos imágenes. { cost }.
provider-paused = El servicio de imágenes lleva un rato fallando para todo el mundo, así que no le envié tu solicitud. Puedes probar otra vez { wait }. { cost }.
wait = { $has_wait ->
        [true] { $wait }
        [soon] en un momento
       *[false] en un minuto
    }
organization-unverified = El servicio de imágenes solo ofrece { $model } a organizaciones verificadas. Elige otro `model` o pide a quien administra el bot que verifique la suya. { cost }.
account-blocked = El servicio de imágenes bloqueó la cuenta de este bot. Solo puede arreglarlo quien administra el bot. { cost }.
address-wrong = En la dirección que usa este bot no hay ningún servicio de imágenes. Solo puede corregirlo quien administra el bot. { cost }.
empty-answer = El servicio de imágenes respondió sin imagen, quizá porque su sistema de seguridad no la quiso. Dilo de otra forma y pide otra vez. { cost }.
key-rejected = El servicio de imágenes no acepta la clave de este bot. Solo puede arreglarlo quien administra el bot. { cost }.
out-of-money = La cuenta de este bot en el servicio de imágenes no tiene saldo o llegó a su límite. Solo puede recargarla quien administra el bot. { cost }.
model-unknown = El servicio de imágenes no tiene el modelo { $model }, o ya no. Elige otro `model`. { cost }.
request-rejected = El servicio de imágenes no aceptó la solicitud tal como estaba. Prueba otras opciones o avisa a quien administra el bot. { cost }.
bad-answer = El servicio de imágenes envió una respuesta sin una imagen completa. Prueba otra vez en un momento. { cost }.
interrupted = Easel se detuvo antes de terminar esta solicitud. Pide otra vez en unos minutos. { cost }.
outcome-unknown = Easel se detuvo mientras el servicio de imágenes trabajaba, así que no se sabe qué salió. No se te cobró; pulsa el botón para pedir otra vez.
unexpected = Algo falló en el propio Easel, y el registro tiene los detalles. Prueba otra vez más tarde. No se sabe si costó algo.
too-late = Tu última solicitud llegó a Easel demasiado tarde para Discord, que te dijo que nadie responde. Pide otra vez. { cost }.
place-closed = { $asleep ->
        [true] El hilo está archivado o bloqueado, así que Discord no me deja responder { this-channel }. Pide que lo vuelvan a abrir o usa otro canal
       *[false] Discord no me deja responder { here }. Pide a la moderación que me dé acceso o usa otro canal
    }. { cost }.
storage-down = Easel no puede guardar nada ahora mismo: su base de datos o su almacenamiento no responde. Prueba otra vez en unos minutos. { free }.
server-key-unreadable = Este servidor tiene una clave propia para el servicio de imágenes, pero ya no puedo leerla. Quien administra el servidor puede escribirla otra vez con /settings. { free }.
server-key-changed = La clave que iba a pagar esto se quitó o se cambió durante la espera. Pide otra vez. { free }.
not-yours = Solo puede hacerlo quien pidió estas imágenes. Las tuyas están en /history.
not-for-you = Eso solo puede hacerlo { here } { $whose }. Pídele ayuda.
closed-here = { this-server-first } solo lo permite{ $in_channels ->
        [true] {" "}en { $channels }
        [elsewhere] {" "}en otros canales
       *[false] {""}
    }{ $for_roles ->
        [true] {" "}para { $roles }
       *[false] {""}
    }. Si crees que debería cambiar, habla con la moderación.{ $doing ->
        [share] {""}
       *[other] {" "}{ free }.
    }
muted = La moderación te silenció en Easel { this-server } { $has_end ->
        [true] hasta el { $until }
       *[false] por tiempo indefinido
    }. Si tienes dudas, pregúntale.
word-refused = Tu prompt contiene una palabra o frase que { $where ->
        [here] este servidor
       *[elsewhere] el servidor de { $channel }
    } no permite. Dilo de otra forma. { free }.
export-too-soon = Ya pediste tus datos en la última hora. Pídelos otra vez { $next }.
messages-closed = Discord no me deja enviarte un mensaje directo, y tus datos no los debe ver nadie más. Permite los mensajes directos en los ajustes de privacidad de este servidor, o escríbeme primero, y pide otra vez.
no-gallery = No hay{ here-if-here } una galería para compartir imágenes. Quien administra el servidor puede elegir un canal con /settings.
gallery-closed = { $why ->
        [filtered] El filtro de Discord considera explícita la imagen y no deja publicarla en { gallery-channel }. Solo pasaría otra imagen
        [refused] No puedo publicar en { gallery-channel }. Quien administra el servidor puede darme acceso o elegir otro canal con /settings
       *[lost] Discord no aceptó la imagen en { gallery-channel }. Prueba otra vez en unos minutos
    }.
# Behind "en".
gallery-channel = { $has_channel ->
        [true] { $gallery }
       *[false] el canal de la galería
    }
shared-already = Esta imagen ya está compartida { this-server }. Con /gallery mine puedes verla o dejar de compartirla.
not-shared = Esta imagen ya no está compartida. Mira otras con /gallery new.
own-picture = { $act ->
        [heart] Esta imagen es tuya, y solo cuentan los corazones de otras personas. Mira las suyas con /gallery new
       *[report] Esta imagen es tuya, y solo cuentan las denuncias de otras personas. Deja de compartirla con /gallery mine
    }.
theme-over = Este tema ya terminó o nunca existió. Mira los que están abiertos con /theme list.
barred-here = Esta imagen se denunció{ here-if-here }, y la moderación no la conservó. Habla con la moderación o comparte otra.
moderation-lower = Esta imagen se creó con una moderación menos estricta que la de este canal, así que se queda donde se creó.
edits-forbidden = { $by ->
        [server] { this-server-first } no permite editar imágenes ajenas
       *[person] La persona dueña de esta imagen no permite editarla
    }. Usa una tuya. { free }.
draft-over = Este cambio ya se envió, se descartó o se preparó hace más de una hora. Pulsa Editar para empezar otra vez.
request-forgotten = Ya no tengo esta solicitud. Pide otra vez y elige tú el modelo. { free }.
not-made-yet = Esta solicitud todavía no tiene imágenes. Vuelve a mirar en /history dentro de un rato.
pictures-gone = Estas imágenes ya no se guardan. Pide otras con /imagine. { free }.
too-large-to-post = { made } supera el límite de archivos de Discord { here }, incluso al recodificar. Está en /history; con un `size` menor o `format` jpeg sí cabría. { paid }.
channel-closed = { made } ya no se puede publicar { this-channel }. Búscalo en /history o pide a la moderación que me dé acceso. { paid }.
thread-closed = { made } no se puede publicar { this-channel } porque el hilo está archivado o bloqueado. Búscalo en /history o pide que vuelvan a abrir el hilo. { paid }.
picture-filtered = { made } no se puede publicar { here }: el filtro de Discord lo considera explícito. Solo pasaría otra imagen, así que dilo de otra forma. { paid }.
discord-down = { made } no llegó a Discord, aunque lo intenté varias veces. Búscalo en /history en unos minutos. { paid }.
options-conflict = `{ $option }` { $value } no se puede combinar con `{ $other }` { $other_value }. Elige { $choices } para `{ $other }`. { free }.
mask-marks-nothing = { $how ->
        [chosen] No se repintaría nada de la imagen. Elige otra zona o pulsa Invertir
        [painted] No encontré nada pintado en tu copia. Pinta con un solo color vivo lo que debe cambiar y envíala otra vez
        [opaque] La máscara no tiene partes transparentes, así que no marca nada. Pinta de blanco o borra lo que se debe repintar
       *[black] La máscara es toda negra, así que no marca nada. Pinta de blanco o borra lo que se debe repintar
    }. { free }.
content-refused = El sistema de seguridad del servicio de imágenes rechazó esta solicitud{ $has_categories ->
        [true] {" "}({ $categories })
       *[false] {""}
    }. Dilo de otra forma o usa otra imagen. { free }.
size-not-allowed = { $model } no puede usar el tamaño { $size }: { $rule ->
        [shape] se escribe ancho x alto, como { $limit }
        [divisor] cada lado debe ser divisible por { $limit }
        [ratio] es más alargado que { $limit }
        [side] un lado tiene más de { $limit } píxeles
        [fewest-pixels] tiene menos de { $limit } píxeles en total
       *[most-pixels] tiene más de { $limit } píxeles en total
    }. Elige uno de los tamaños sugeridos{ or-the-model }. { free }.
or-the-model = { $has_elsewhere ->
        [true] , o el modelo { $elsewhere }
       *[false] {""}
    }

## An option that cannot have its value

option-of-server = { this-server-first } no permite `{ $option }` { $value }. Elige { $choices }{ or-the-model }. { free }.
option-of-server-number = { this-server-first } no permite `{ $option }` { $value }. Elige un número del 1 al { $high }{ or-the-model }. { free }.
option-model = El modelo { $value } no está activado { here }. Elige { $choices }. { free }.
option-number = `{ $option }` no puede ser { $value } { here }. Elige un número de { $low } a { $high }{ $option ->
        [frame_ms] {" "}en pasos de { $step }
       *[other] {""}
    }. { free }.
option-missing = El modelo { $model } no tiene `{ $option }`. Quita la opción{ $has_elsewhere ->
        [true] {" "}o elige el modelo { $elsewhere }
       *[false] {""}
    }. { free }.
# Strokes, arrows and words that somebody drew over a picture, for the model to follow.
option-markup = El modelo { $model } no sigue aquí las marcas hechas sobre una imagen. { $has_elsewhere ->
        [true] Elige el modelo { $elsewhere } o repinta
       *[false] Puedes repintar
    } lo que cubren. { free }.
option-value = El modelo { $model } no tiene `{ $option }` { $value }. Elige { $choices }{ or-the-model }. { free }.

## Something in a message that looks like an option, and does not count

# $what and $way_out are messages below.
misread = { $what }. { $way_out }.{ $quotes ->
        [true] {" "}Si es parte del texto, ponlo entre comillas.
       *[false] {""}
    } { free }.
mistake-unknown = “{ $written }” parece una opción, pero no tengo ninguna con ese nombre
mistake-misspelt = “{ $written }” no es una opción mía
mistake-unmarked = “{ $written }” parece una opción sin sus dos guiones
mistake-value-missing = A “{ $written }” le falta su valor
mistake-value-unknown = “{ $written }” no es un valor de esta opción
mistake-no-value-taken = “{ $written }” es una opción sin valor
mistake-misplaced = “{ $written }” es una opción con texto detrás, y las opciones van al final
mistake-twice = “{ $written }” da un segundo valor a algo que ya elegiste
mistake-private = “{ $written }” solo funciona en comandos: a un mensaje se responde con otro que todo el mundo puede leer
way-out-private = Para que solo lo veas tú, usa /imagine o /edit con `private`
way-out-meant = Seguramente querías decir: **{ $meant }**{ $has_range ->
        [true] {" "}(un número de { $low } a { $high })
       *[false] {""}
    }
way-out-offered = Opciones que hay: { $names }
way-out-value = Escribe `--{ $option }` y su valor al final
way-out-number = Elige un número de { $low } a { $high }
way-out-choices = Elige { $choices }{ $option ->
        [size] , o un tamaño en píxeles como 1024x1536
       *[other] {""}
    }

## Where the account at the images service is a server's own, and not the bot's

of-server-organization-unverified = El servicio de imágenes solo ofrece { $model } a organizaciones verificadas, y la clave propia de este servidor no es de una. Elige otro `model` o pregunta a quien administra el servidor. { cost }.
of-server-account-blocked = El servicio de imágenes bloqueó la cuenta de la clave propia de este servidor. Quien administra el servidor puede arreglarlo o quitar la clave con /settings. { cost }.
of-server-key-rejected = El servicio de imágenes no acepta la clave propia de este servidor. Quien administra el servidor puede cambiarla o quitarla con /settings. { cost }.
of-server-out-of-money = La cuenta de la clave propia de este servidor no tiene saldo o llegó a su límite. Quien administra el servidor puede recargarla o quitar la clave con /settings. { cost }.
of-server-format-not-granted = La cuenta de la clave propia de este servidor no tiene acceso a `format` { $output_format } con { $model }. Elige png, webp o jpeg. { free }.
of-server-model-unknown = El servicio de imágenes no tiene el modelo { $model } para la clave propia de este servidor. Elige otro `model`. { cost }.
