### Picture info, and the tree of a picture's family.

## Titles, at most 100 characters each

info-title = Info de la imagen
info-parents = Creada a partir de
info-tree = Árbol
# A list to choose an ancestor from.
info-back = Volver a…

## The fields of Picture info

field-by = De
field-model = Modelo
field-quality = Calidad
field-size = Tamaño
field-background = Fondo
field-format = Formato
field-pictures = Imágenes
field-seed = Seed
field-cost = Precio
field-state = Estado
field-shown = Versión
field-task = Tarea
field-aspect = Proporción
# Which of the two pictures of an edit with a mask is shown.
shown-exact = exacta: integrada en el original
shown-cut-out = exacta: recortada del original
shown-extended = exacta: añadida alrededor del original
shown-as-drawn = tal como la generó el modelo
# The provider has chosen a seed by itself.
seed-own = al azar
free = gratis
failed = falló
made-by = { $person } { $moment }

## What it was made from

uploads = { $pictures ->
        [one] - 1 imagen de quien lo pidió
       *[other] - { $pictures } imágenes de quien lo pidió
    }
with-mask = - con máscara: solo se repintó una parte
with-marks = - con marcas sobre la imagen, que el modelo siguió
ancestor = - { $prompt }, de { $person }
look = ver
nothing-known = - imágenes privadas o que ya no se guardan
# In the place of words that are gone.
deleted = eliminado
# An entry of the list "Back to…"; at most 100 characters.
step-back = { $steps ->
        [one] { $steps } paso atrás
       *[other] { $steps } pasos atrás
    }
# The same; at most 100 characters.
step-back-of-several = { step-back }, imagen { $place } de { $places }

## The tree; "private" is drawn on a card

tree-private = privado
tree-alone = Esta imagen todavía no tiene familia. Respóndele con un cambio para empezarla.
tree = La familia de esta imagen: { $requests ->
        [one] { $requests } solicitud
       *[other] { $requests } solicitudes
    } en total. La que tiene marco es la que elegiste.
# Alt text.
tree-alt = Un árbol de { $pictures } imágenes, cada una encima de las que se crearon a partir de ella.
tree-line = { $number } { $derived ->
        [true] a partir de { $parents }:{" "}
       *[false] {""}
    }{"**"}{ $change }{"**"}, de { $person }
tree-line-kept = { $number } { $words }
tree-more = -# y { $requests } más
