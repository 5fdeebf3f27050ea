### Working on a picture: buttons of a result, the form, the overlay, the comparison, references, privacy.

## Buttons under a result, at most 80 characters each

result-again = Otra vez
result-edit = Editar
result-vary = Variar
result-larger = Ampliar
result-extend = Expandir
result-compare = Comparar
result-as-drawn = Versión del modelo
result-exact = Versión exacta
result-info = Info
result-delete = Eliminar

## What can be done with a whole picture: buttons and titles of forms, at most 45 characters each

task-zoom-1-5 = Alejar 1,5x
task-zoom-2 = Alejar 2x
task-pan-left = Añadir a la izquierda
task-pan-right = Añadir a la derecha
task-pan-up = Añadir arriba
task-pan-down = Añadir abajo
task-cut-out = Quitar el fondo
task-enlarge = Ampliar

## The menu of Extend, and its form

extend-text =
    {"**"}Alejar** y **Añadir** pintan lo que queda fuera de la imagen; se conservan todos sus píxeles. **Quitar el fondo** deja solo el motivo, sobre un fondo transparente.
    -# No se gasta nada hasta que elijas.
# A field; at most 45 characters.
extend-prompt = ¿Qué debe haber ahí?
# Under the field; at most 100 characters.
extend-hint = Déjalo vacío para continuar la escena.
# In place of a prompt, where somebody said nothing.
unsaid-extend = continuar la escena
unsaid-cut-out = quitar el fondo

## Asking for the same again

again-title = Otra vez lo mismo: ¿igual, más grande o con más calidad?
# Buttons, at most 80 characters each.
again-same = Mismo tamaño
more-quality = Calidad { $quality }

## Which of several pictures, at most 100 characters each

which-picture = ¿Qué imagen?
picture-label = Imagen { $place }
all-pictures = Las { $pictures } juntas

## The form that edits: its title and fields, at most 45 characters each

form-title = Editar una imagen
form-prompt = ¿Qué debe cambiar?
form-words = ¿Qué debe mostrar la imagen?
form-which = ¿Qué imagen?
form-quality = Calidad
form-where = ¿Dónde?
form-mask = O una máscara

## Under its fields, and parts to choose from: at most 100 characters each

form-hint-where = Zonas o celdas de 4 x 4, de A1 (arriba a la izquierda) a D4. Lo verás antes de gastar nada.
form-hint-mask = La imagen pintada encima con un solo color, o blanco sobre negro, o con un hueco
area-everything = Toda la imagen
area-centre = Centro
area-top = Mitad superior
area-bottom = Mitad inferior
area-left = Mitad izquierda
area-right = Mitad derecha
not-there = Ahí no: en todo lo demás

## Buttons of the overlay, at most 80 characters each

preview-go = Aplicar
preview-repaint = Repintar lo que cubrí
preview-follow = Seguir mis marcas
preview-invert = Invertir
preview-cancel = Cancelar

## The overlay: which part changes, shown before it is paid for

shown-first = Quien lo pidió ve primero dónde va a cambiar. Todavía no se gastó nada.
draft-dropped = Descartado. No se envió ni se gastó nada.
draft =
    {"**"}{ $prompt }**
    { $everything ->
        [true] Se repintará toda la imagen. Elige una zona abajo para conservar el resto.
       *[false] Se repintará la parte coloreada ({ $share } de la imagen); el resto se queda igual. Elige otras zonas abajo o pulsa Invertir.
    }{ $asks ->
        [true] {" "}¿O prefieres que siga tus trazos, flechas y textos, sin dejarlos en la imagen?
       *[false] {""}
    }
    -# Solo tú ves esto. No se gasta nada hasta que { $asks ->
        [true] elijas
       *[false] pulses Aplicar
    }.
# A share of the picture.
share = { $bound ->
        [least] menos del 1 %
        [most] más del 99 %
       *[none] el { $percent } %
    }
# Alt text, at most 1024 characters.
draft-alt = La imagen con una cuadrícula de cuatro columnas, de la A a la D, y cuatro filas. Parte coloreada: { $inverted ->
        [true] todo menos { $named ->
            [true] estas zonas: { $parts }
           *[false] una zona
        }
       *[false] { $named ->
            [true] estas zonas: { $parts }
           *[false] lo que se pintó encima
        }
    }.

## The comparison of before and after; the two labels are drawn into the picture

compared-before = antes
compared-after = después
comparison = Antes y después de **{ $prompt }**
# Alt text; it is cut where the prompt is long.
comparison-alt = Dos imágenes, una junto a otra, antes y después de este cambio: { $prompt }

## Deleting

# A title; at most 45 characters.
delete-title = ¿Eliminar para siempre?
delete-question = { $pictures ->
        [one] Esta imagen se eliminará
       *[other] Estas { $pictures } imágenes se eliminarán
    } para siempre: aquí, donde se haya vuelto a publicar y en /history, con su prompt. Se conserva lo que se creó a partir de ahí. No hay reembolso.
deleted = Eliminado, con todos los mensajes que lo mostraban.
deleted-but = Se eliminó lo guardado, pero no pude eliminar { $messages ->
        [one] un mensaje que lo muestra
       *[other] { $messages } mensajes que lo muestran
    }. La moderación puede hacerlo a mano.{ $retried ->
        [true] {" "}Donde se compartió, quedó anotado y sigo intentándolo.
       *[false] {""}
    }

## References: pictures that are put aside for the next request

references-none = No tienes imágenes de referencia. En el menú de un mensaje, elige Aplicaciones > Usar como referencia, y sus imágenes acompañarán tu próximo /imagine o /edit.
# A button; at most 80 characters.
references-clear = Quitar todas
references-cleared = Referencias quitadas: tu próxima solicitud irá sin ellas.
references = { $pictures ->
        [one] 1 imagen acompañará
       *[other] { $pictures } imágenes acompañarán
    } tu próximo /imagine o /edit, hasta las { $until }.

## Answers to messages

greeting = Responde a una imagen y mencióname para cambiarla, o mencióname y di qué quieres ver. En /help hay más.
said-alone = Tengo una respuesta solo para ti, y Discord no me deja enviarte un mensaje directo. Usa /imagine aquí y la podrás leer. No se gastó nada.
told-alone = La respuesta es solo para quien lo pidió.
passing = -# Es solo para ti, así que lo borraré { $when }.
proxied = Otra aplicación publicó este mensaje en nombre de alguien, así que no puedo saber quién pide, de quién son las imágenes ni quién paga. Escríbeme sin esa aplicación o usa /imagine. No se gastó nada.
about-message = Sobre { $link } en { $channel }:
about-channel = Sobre lo que pediste en { $channel }:
taken-in = **{ $prompt }** · solicitud recibida
taken-in-wordless = Solicitud recibida
unnamed-person = alguien
unnamed-role = rol
unnamed-channel = canal

## Privacy: buttons, at most 80 characters each

privacy-allow = Permitir que editen mis imágenes
privacy-forbid = No permitir que editen mis imágenes
privacy-allow-here = Servidor: permitir editar lo que suben los miembros
privacy-forbid-here = Servidor: no permitir editar lo que suben otras personas

## What /privacy says

privacy-yours = Tus imágenes
privacy-edits = { $allowed ->
        [true] Otras personas pueden editar las imágenes que creaste o publicaste.
       *[false] Nadie más puede editar las imágenes que creaste o publicaste.
    }
privacy-private = Las imágenes de respuestas privadas siempre son solo tuyas.
privacy-server = Este servidor
privacy-uploads = { $allowed ->
        [true] Se pueden editar las imágenes que otras personas publicaron aquí, si lo permiten.
       *[false] Nadie puede editar las imágenes que otras personas publicaron aquí. Las de Easel sí.
    }
privacy-manages = -# Puedes cambiar la regla del servidor porque tienes permiso para administrarlo.

# A button that asks for the same with another model; at most 80 characters.
switch = Usar { $model }
