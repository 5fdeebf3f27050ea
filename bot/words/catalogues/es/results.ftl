### The line under a result, of parts with dots between them, and what else stands there.

wordless = Un prompt que Discord bloquea aquí
# $prompt is bold already.
made-by = { $prompt }, de { $asker }
demo = demo gratis, sin IA
fewer = llegaron { $pictures } de { $asked } imágenes
re-encoded = imagen { $place } recodificada en { $kind } por el límite de archivos de Discord
svg-left-out = sin el SVG de la imagen { $place }, que supera el límite de archivos de Discord
svg-alone = -# Discord no muestra archivos SVG, y este no se pudo convertir en PNG. Ábrelo en un navegador.
came-opaque = { $pictures ->
        [one] -# No salió transparente, aunque pediste `background` transparent.
       *[other] -# No todas salieron transparentes, aunque pediste `background` transparent.
    }
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
