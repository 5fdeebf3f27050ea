### Infos sur l'image, et son arbre généalogique.

## Titres, 100 caractères au plus

info-title = Infos sur l'image
info-parents = Créée à partir de
info-tree = Arbre
info-back = Revenir à…

## Les champs

field-by = Par
field-model = Modèle
field-quality = Qualité
field-size = Taille
field-background = Fond
field-format = Format
field-pictures = Images
field-seed = Seed
field-cost = Coût
field-shown = Version affichée
field-task = Action
field-aspect = Proportions
field-state = État
seed-own = aléatoire
free = gratuit
failed = échec
# Laquelle des deux images d'une modification avec masque est affichée.
shown-exact = exacte : insérée dans l'original
shown-cut-out = exacte : découpée dans l'original
shown-extended = exacte : ajoutée autour de l'original
shown-as-drawn = telle que le modèle l'a dessinée
made-by = { $person } { $moment }

## De quoi elle est faite

uploads = { $pictures ->
        [one] - 1 image envoyée
       *[other] - { $pictures } images envoyées
    }
with-mask = - avec un masque : seule une partie a été repeinte
with-marks = - avec des marques sur l'image, qui ont été suivies
ancestor = - { $prompt } par { $person }
look = voir
nothing-known = - des images privées, ou qui ne sont plus gardées
deleted = supprimé
step-back = { $steps ->
        [one] { $steps } étape en arrière
       *[other] { $steps } étapes en arrière
    }
step-back-of-several = { step-back }, image { $place } sur { $places }

## L'arbre ; « privé » s'écrit sur une carte

tree-private = privé
tree-alone = Cette image ne vient d'aucune autre d'Easel, et aucune n'en est encore issue. Réponds-lui avec une modification.
tree = L'arbre de cette image : { $requests ->
        [one] { $requests } demande
       *[other] { $requests } demandes
    } en tout. L'encadré montre où tu es.
tree-alt = Un arbre de { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images, chacune au-dessus de celles qui en sont issues
    }.
tree-line = { $number } { $derived ->
        [true] à partir de { $parents } :{" "}
       *[false] {""}
    }{"**"}{ $change }{"**"} par { $person }
tree-line-kept = { $number } { $words }
tree-more = -# et { $requests } de plus
