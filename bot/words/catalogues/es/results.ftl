### The line under a result, of parts with dots between them, and what else stands there.

wordless = Un prompt que Discord bloquea aquí
# $prompt is bold already.
made-by = { $prompt }, de { $asker }
demo = demo gratis, sin IA
# $size is that of what the model drew.
size-exact = { $size }, integrada en el original
size-cut-out = { $size }, recortada del original
size-extended = { $size }, alrededor del original
size-as-drawn = { $size }, versión del modelo
fewer = llegaron { $pictures } de { $asked } imágenes
re-encoded = imagen { $place } recodificada en { $kind } por el límite de archivos de Discord
svg-left-out = sin el SVG de la imagen { $place }, que supera el límite de archivos de Discord
svg-alone = -# Discord no muestra archivos SVG, y este no se pudo convertir en PNG. Ábrelo en un navegador.
came-opaque = { $pictures ->
        [one] -# No salió transparente, aunque pediste `background` transparent.
       *[other] -# No todas salieron transparentes, aunque pediste `background` transparent.
    }
# What the model drew has too little of the original in it to be laid into that; $pictures counts those.
not-laid-in = { $which ->
        [alone] -# No se pudo integrar en el original, así que esta es la versión del modelo.
        [all] -# Ninguna se pudo integrar en el original, así que son las versiones del modelo.
       *[some] { $pictures ->
            [one] -# { $pictures } de ellas no se pudo integrar en el original, así que es la versión del modelo.
           *[other] -# { $pictures } de ellas no se pudieron integrar en el original, así que son las versiones del modelo.
        }
    }
# A picture that was extended.
scaled-down = -# Primero se redujo desde { $before }: expandida a ese tamaño superaría el máximo de una imagen.
no-effect = -# Sin efecto: { $options }. El servicio de imágenes no tiene { $count ->
        [one] esa opción
       *[other] esas opciones
    }.
continued = { $place } de { $places }
late = { $asker }, esto es para ti:

## Alt texts

plain-alt = Imagen { $place }. { wordless }.
alt = { $prompt }
alt-of-several = Imagen { $place } de { $places }: { $prompt }
alt-edited = { $original }, editada: { $change }
changes-between = {"; "}
alt-made-from = Hecha a partir de otra imagen: { $change }
