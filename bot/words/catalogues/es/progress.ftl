### How far a request is, in one line of parts, and the buttons beside it.

## Buttons, at most 80 characters each

button-cancel = Cancelar
button-again = Reintentar
button-reword = Cambiar el texto

## How far it is

too-late-to-cancel = Ya había terminado, así que no quedaba nada que cancelar. El resultado está en la respuesta.
gone = Easel ya no tiene esta solicitud. Vuelve a usar el comando.

waiting = { $before ->
        [0] la siguiente en la cola
        [one] { $before } solicitud antes en la cola
       *[other] { $before } solicitudes antes en la cola
    }
ready-in = lista en aprox. { $time }
drawing = generando desde hace { $time }
usually = suele tardar aprox. { $time }
restarting = Easel se está reiniciando y luego sigue con esto
busy = el servicio de imágenes está saturado; sigo { $when }
soon = en un momento
short-of-time = -# Esto puede tardar más de lo que dura una respuesta privada. En ese caso, las imágenes estarán en /history.
