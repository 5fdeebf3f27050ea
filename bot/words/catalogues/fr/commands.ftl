### Ce que Discord affiche dans sa liste de commandes : 100 caractères au plus, choix compris.

## Les commandes

command-imagine = Crée une image à partir de mots
command-edit = Modifie tes images avec des mots
command-usage = Ce que tu as consommé et ce qu'il te reste
command-history = Tes dernières demandes et leurs images
command-references = Les images de référence de ta prochaine demande
command-tree = L'arbre généalogique d'une image, dessiné en une image
command-help = Ce que je sais faire, exemples à l'appui
command-privacy = Qui peut modifier tes images
command-forget = Supprimer les données que je garde sur toi
command-forget-me = Supprime tout ce que je garde sur toi (je te demanderai confirmation)
command-export = Récupérer les données que je garde sur toi
command-export-me = T'envoie en message privé tout ce que je garde sur toi
command-gallery = Les images partagées sur ce serveur
command-gallery-top = Les images de ce serveur qui ont le plus de cœurs
command-gallery-new = Les dernières images partagées sur ce serveur
command-gallery-random = Une image au hasard parmi celles partagées sur ce serveur
command-gallery-mine = Ce que tu as partagé ici, à revoir ou à retirer
command-theme = Les thèmes pour lesquels on peut partager des images
command-theme-open = Pour la modération : ouvrir un thème
command-theme-close = Pour la modération : clore un thème avant la fin
command-theme-list = Les thèmes ouverts
command-settings = Régler Easel sur ce serveur : salons, modèles, limites, mots (pour qui gère le serveur)
command-mute = Empêche une personne d'utiliser le bot sur ce serveur
command-unmute = Laisse une personne utiliser le bot à nouveau
command-muted = Qui ne peut plus utiliser le bot ici
command-reports = Les images signalées qui attendent une décision
command-audit = Ce que la modération a fait ici avec le bot

## Leurs options

option-prompt = Ce que l'image doit montrer, ou ce qui doit changer
option-quality = Le soin apporté à l'image ; plus c'est haut, plus c'est cher et long
option-size = Largeur x hauteur en pixels ; tout ce que le modèle accepte
option-background = Ce qu'il y a derrière le sujet ; transparent exige png ou webp
option-n = Combien d'images
option-model = Le modèle qui dessine
option-seed = Le même nombre redonne la même image, si le service d'images a des seeds
option-format = Le format de fichier du résultat
option-private = Ne montrer la réponse qu'à toi
option-spoiler = Cacher les images jusqu'à ce qu'on clique dessus
option-complexity = À quel point le modèle planifie avant de dessiner
option-frames = Le nombre d'images d'une animation (gif)
option-frame-ms = Combien de temps chaque image d'une animation reste affichée, en millisecondes (gif)
option-aspect = Étend l'image à ces proportions ; chacun de ses pixels reste
option-area = Avec un masque : n'envoyer que la partie marquée et ses abords, ou toute l'image
option-fidelity = À quel point rester proche de tes images
option-image = L'image à modifier
option-mask = Où la modifier : en blanc, en transparent, ou l'image avec un coup de peinture d'une seule couleur
option-further-image = Une autre image qui sert de base
option-preview = Voir d'abord où ça change, avec une grille pour choisir, sans rien dépenser
option-span = Jusqu'où remonter
option-by = Seulement les images d'une personne
option-theme-name = Le nom du thème
option-theme-ends = Dans combien de jours il se termine
option-theme-channel = Le salon ou le fil où vont ses images
option-theme = Un des thèmes ouverts
option-muted-person = La personne à bloquer
option-unmuted-person = La personne à débloquer, même si elle n'est plus sur le serveur
option-mute-time = Pour combien de temps
option-picture = Une de tes dernières images ; la plus récente si tu ne choisis rien

## Jusqu'où remonte une galerie

span-week = les 7 derniers jours
span-month = les 30 derniers jours
span-ever = depuis toujours

## Combien de temps dure un blocage

mute-time-hour = 1 heure
mute-time-day = 1 jour
mute-time-week = 1 semaine
mute-time-ever = définitivement

## Les entrées du menu Applications d'un message, 32 caractères au plus

menu-edit = Modifier l'image
menu-reference = Utiliser comme référence
menu-info = Infos sur l'image

## Les tailles proposées

size-1024x1024 = 1024x1024 (carré)
size-1024x1536 = 1024x1536 (portrait)
size-1536x1024 = 1536x1024 (paysage)
size-2048x2048 = 2048x2048 (grand carré)
size-1152x2048 = 1152x2048 (vertical, 9:16)
size-2048x1152 = 2048x1152 (large, 16:9)
size-1440x2560 = 1440x2560 (grand, 9:16)
size-2560x1440 = 2560x1440 (grand, 16:9)
size-2160x3840 = 2160x3840 (4K, 9:16)
size-3840x2160 = 3840x2160 (4K, 16:9)

model-with-end = { $model } (chez { $maker } jusqu'au { $day })
