### /history: a list of one's last requests, and its buttons.

## Buttons, at most 80 characters each

history-button-newer = Más nuevas
history-button-older = Anteriores
history-button-post = Publicar aquí
history-button-posting = Publicando…
history-button-posted = Publicado
show = Mostrar { $place }
again = Repetir { $place }
reword = Cambiar el texto de { $place }

## The list

empty = Todavía no pediste ninguna imagen. Prueba /imagine.
nothing-older = No hay nada anterior.
head-newest = Tus últimas solicitudes, primero las más nuevas:
head-older = Tus solicitudes anteriores:

# Each stands in a line of parts with dots between them.
state-accepting = recibida
state-waiting = en cola
state-preparing = empezando
state-calling = generando
state-drawn = publicando
state-failing = falló
state-delivered = lista
state-failed = falló
state-undeliverable = generada, pero no se pudo publicar
state-cancelled = cancelada
pictures = { $pictures ->
        [one] { $pictures } imagen
       *[other] { $pictures } imágenes
    }
free = gratis
# In place of a prompt that is gone.
deleted = eliminado
