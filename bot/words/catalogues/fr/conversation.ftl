### Le travail sur une image : boutons, formulaire, aperçu, comparaison, références, confidentialité.

## Boutons sous un résultat, 80 caractères au plus

result-again = Refaire
result-edit = Modifier
result-vary = Varier
result-larger = Agrandir
result-extend = Étendre
result-compare = Comparer
result-as-drawn = Telle que dessinée
result-exact = Exacte
result-info = Infos
result-delete = Supprimer
## Ce qu'on peut faire d'une image entière : boutons et titres de formulaires, 45 caractères au plus

task-zoom-1-5 = Dézoomer 1,5x
task-zoom-2 = Dézoomer 2x
task-pan-left = Étendre à gauche
task-pan-right = Étendre à droite
task-pan-up = Étendre vers le haut
task-pan-down = Étendre vers le bas
task-cut-out = Détourer
task-enlarge = Agrandir

## Le menu derrière « Étendre » et son formulaire

extend-text =
    {"**"}Dézoomer** et **Étendre** peignent ce qu'il y a au-delà de l'image ; chacun de ses pixels reste. **Détourer** ne garde que le sujet, sur fond transparent.
    -# Rien n'est dépensé avant que tu choisisses.
extend-prompt = Que doit-on y voir ?
extend-hint = Laisse vide pour prolonger la scène.
# À la place d'un prompt, quand personne n'a rien écrit.
unsaid-extend = prolonger la scène
unsaid-cut-out = le sujet, détouré

## Redemander la même chose

again-title = Encore une fois : comme avant, en plus grand ou en meilleure qualité ?
again-same = Même taille
more-quality = Qualité { $quality }

## Quelle image parmi plusieurs

which-picture = Quelle image ?
picture-label = Image { $place }
all-pictures = Les { $pictures } ensemble

## Le formulaire : titre et champs, 45 caractères au plus

form-title = Modifier une image
form-prompt = Qu'est-ce qui doit changer ?
form-words = Que doit montrer l'image ?
form-which = Quelle image ?
form-quality = Qualité
form-where = Où ?
form-mask = Ou un masque

## Sous les champs, et zones à choisir : 100 caractères au plus

form-hint-where = Des zones, ou des cases d'une grille 4x4 (A1 en haut à gauche, D4). Tu verras avant de dépenser.
form-hint-mask = L'image avec un coup de peinture d'une seule couleur, du blanc sur noir, ou un trou dedans
area-everything = Tout
area-centre = Centre
area-top = Moitié du haut
area-bottom = Moitié du bas
area-left = Moitié gauche
area-right = Moitié droite
not-there = Pas là : partout ailleurs

## Boutons de l'aperçu, 80 caractères au plus

preview-go = C'est parti
preview-repaint = Repeindre ce que j'ai couvert
preview-follow = Suivre mes marques
preview-invert = Inverser
preview-cancel = Annuler

## L'aperçu : ce qui va changer, avant de payer

shown-first = Un aperçu privé arrive d'abord. Rien n'est dépensé pour l'instant.
draft-dropped = Abandonné. Rien n'a été envoyé ni dépensé.
draft =
    {"**"}{ $prompt }**
    { $everything ->
        [true] Toute l'image sera repeinte. Choisis une zone ci-dessous pour garder le reste.
       *[false] La zone teintée sera repeinte : { $share } de l'image. Le reste ne bouge pas. Choisis d'autres zones ci-dessous ou appuie sur « Inverser ».
    }{ $asks ->
        [true] {" "}Ou faut-il suivre tes traits, flèches et mots, sans les laisser dans l'image ?
       *[false] {""}
    }
    -# Personne d'autre ne voit ça. { $asks ->
        [true] Rien n'est dépensé avant que tu choisisses.
       *[false] Rien n'est dépensé avant « C'est parti ».
    }
# Une part de l'image.
share = { $bound ->
        [least] moins de 1 %
        [most] plus de 99 %
       *[none] { $percent } %
    }
draft-alt = L'image sous une grille de quatre colonnes, A à D, et quatre lignes. Est teinté { $inverted ->
        [true] tout sauf { $named ->
            [true] ceci : { $parts }
           *[false] une zone
        }
       *[false] { $named ->
            [true] ceci : { $parts }
           *[false] ce qui a été peint
        }
    }.

## La comparaison avant/après

compared-before = avant
compared-after = après
comparison = Avant et après : **{ $prompt }**
comparison-alt = Deux images côte à côte, avant et après cette modification : { $prompt }

## Suppression

delete-title = Supprimer définitivement ?
delete-question = { $pictures ->
        [one] Cette image sera supprimée
       *[other] Ces { $pictures } images seront supprimées
    } définitivement : ici, dans tous les autres messages et dans /history, prompt compris. Ce qui en a été tiré reste. Pas de remboursement.
deleted = C'est supprimé, ainsi que tous les messages qui le montraient.
deleted-but = C'est supprimé de mes données, mais je n'ai pas pu supprimer { $messages ->
        [one] un message qui le montre
       *[other] { $messages } messages qui le montrent
    }. La modération peut le faire à la main.{ $retried ->
        [true] {" "}Là où c'était partagé, je continue d'essayer.
       *[false] {""}
    }

## Références : images mises de côté pour la prochaine demande

references-none = Tu n'as mis aucune image de côté. Dans le menu d'un message, choisis Applications > Utiliser comme référence : ses images accompagneront ton prochain /imagine ou /edit.
references-clear = Vider
references-cleared = C'est vidé : ta prochaine demande partira sans images de référence.
references = { $pictures ->
        [one] 1 image de référence accompagne
       *[other] { $pictures } images de référence accompagnent
    } ton prochain /imagine ou /edit, jusqu'à { $until }.

## Réponses aux messages

greeting = Réponds à une image, mentionne-moi et dis ce qui doit changer, ou mentionne-moi et dis quoi dessiner. Plus d'infos dans /help.
said-alone = J'ai une réponse rien que pour toi, mais Discord ne me laisse pas t'écrire en message privé. Utilise /imagine ici pour la lire. Ça n'a rien coûté.
told-alone = La réponse n'est que pour la personne qui a demandé.
passing = -# C'est seulement pour toi : je le supprimerai { $when }.
proxied = Une autre application a publié ce message pour quelqu'un : je ne sais donc pas qui demande, à qui sont ces images ni qui paie. Écris-moi sans cette application, ou utilise /imagine. Ça n'a rien coûté.
about-message = À propos de { $link } dans { $channel } :
about-channel = À propos de ta demande dans { $channel } :
taken-in = **{ $prompt }** · demande reçue
taken-in-wordless = Demande reçue
unnamed-person = quelqu'un
unnamed-role = rôle
unnamed-channel = salon

## Confidentialité : boutons, 80 caractères au plus

privacy-allow = Les autres peuvent modifier mes images
privacy-forbid = Personne d'autre ne peut modifier mes images
privacy-allow-here = Serveur : les images des membres sont modifiables
privacy-forbid-here = Serveur : personne ne modifie les images des autres

## Ce que dit /privacy

privacy-yours = Tes images
privacy-edits = { $allowed ->
        [true] Les autres peuvent modifier les images que tu as créées ou publiées.
       *[false] Personne d'autre ne peut modifier les images que tu as créées ou publiées.
    }
privacy-private = Les images des réponses privées restent toujours à toi.
privacy-server = Ce serveur
privacy-uploads = { $allowed ->
        [true] Les membres peuvent modifier les images que d'autres ont publiées ici, si ces personnes l'acceptent.
       *[false] Les images publiées ici par des membres ne peuvent pas être modifiées par d'autres. Celles d'Easel le peuvent toujours.
    }
privacy-manages = -# Tu peux changer la règle du serveur, puisque tu as le droit de le gérer.

switch = Utiliser { $model }
