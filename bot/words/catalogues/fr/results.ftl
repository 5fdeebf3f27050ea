### La ligne sous un résultat et ce qui s'y ajoute.

wordless = Un prompt que Discord bloque ici
made-by = { $prompt } par { $asker }
demo = image de démo (sans IA)
fewer = seulement { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    } sur { $asked }
re-encoded = image { $place } convertie en { $kind } pour respecter la taille limite de Discord
svg-left-out = SVG de l'image { $place } omis, trop gros pour Discord
svg-alone = -# Discord n'affiche pas les SVG, et celui-ci n'a pas pu être converti en PNG : ouvre-le dans un navigateur.
came-opaque = { $pictures ->
        [one] -# Le fond n'est pas transparent, alors que `background` transparent était demandé.
       *[other] -# Les fonds ne sont pas tous transparents, alors que `background` transparent était demandé.
    }
no-effect = -# Sans effet : { $options }. Le service d'images ne { $count ->
        [one] la
       *[other] les
    } prend pas en charge ici.
size-exact = { $size } insérés dans l'original
size-cut-out = { $size } découpés dans l'original
size-extended = { $size } ajoutés autour de l'original
size-as-drawn = { $size } tels que dessinés
not-laid-in = { $which ->
        [alone] -# Elle n'a pas pu être insérée dans l'original, donc la voici telle que le modèle l'a dessinée.
        [all] -# Aucune n'a pu être insérée dans l'original, donc les voici telles que le modèle les a dessinées.
       *[some] { $pictures ->
            [one] -# { $pictures } d'entre elles n'a pas pu être insérée dans l'original, donc la voici telle que le modèle l'a dessinée.
           *[other] -# { $pictures } d'entre elles n'ont pas pu être insérées dans l'original, donc les voici telles que le modèle les a dessinées.
        }
    }
scaled-down = -# Elle a d'abord été réduite, depuis { $before } : étendue à cette taille, elle dépasserait ce qu'une image peut faire.
continued = { $place } sur { $places }
late = { $asker }, c'est pour toi :

## Textes alternatifs

plain-alt = Image { $place }. { wordless }.
alt = { $prompt }
alt-of-several = Image { $place } sur { $places } : { $prompt }
alt-edited = { $original }, modifiée : { $change }
changes-between = {" ; "}
alt-made-from = À partir d'une autre image : { $change }
