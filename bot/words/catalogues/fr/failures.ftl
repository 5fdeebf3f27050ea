### Ce qui a échoué : ce qui s'est passé, que faire, et si ça a coûté quelque chose.
### Ce qui est entre `…` se tape et ne change pas.

## Morceaux communs aux phrases

# Une phrase à part, à la fin ; le point la suit. Absente là où rien ne peut coûter (galerie, droits, export).
free = Ça n'a rien coûté
cost = { $charge ->
       *[free] { free }
        [unsure] Le service d'images l'a peut-être facturé
        [all] Le service d'images était déjà au travail : ça compte dans tes limites
        [part] Le service d'images était déjà au travail : ça compte à { $percent } % dans tes limites
    }
paid = { $free ->
        [true] Ça n'a rien coûté
       *[false] Elle a été payée quand même
    }
# Une phrase à part, au début.
made = { $posted ->
        [0] L'image est prête, mais pas publiée.
        [one] { $posted } image publiée sur { $pictures } ; la suivante ne l'est pas.
       *[other] { $posted } images publiées sur { $pictures } ; la suivante ne l'est pas.
    }

here = { $where ->
        [here] ici
       *[elsewhere] dans { $channel }
    }
here-if-here = { $where ->
        [here] {" "}ici
       *[elsewhere] {""}
    }
# Après « dans ».
this-channel = { $where ->
        [here] ce salon
       *[elsewhere] { $channel }
    }
# Après « sur ».
this-server = { $where ->
        [here] ce serveur
       *[elsewhere] le serveur de { $channel }
    }
this-server-first = Sur { this-server }

# Après « réservé à : ».
standing-asker = la personne qui a fait la demande
standing-channel-moderator = la modération
standing-manager = les personnes qui gèrent le serveur
standing-member = les membres du serveur
standing-moderator = la modération
standing-or = {", "}

## Sans erreur qui leur soit propre

failed-plainly = Cette demande a échoué, et Discord bloque l'explication. Tu la trouveras dans /history.
unreadable = Discord a joint quelque chose que je ne sais pas lire, comme un sondage. Réessaie sans, ou sur un autre message. Ça n'a rien coûté.
form-over = Ce formulaire est trop vieux, ou Easel a redémarré depuis. Ouvre-le à nouveau. Rien n'a été envoyé.

## Les erreurs

prompt-blank = Le prompt est vide. Dis ce que l'image doit montrer. { free }.
prompt-too-long = Le prompt fait { $length } caractères, le maximum est { $limit }. Raccourcis-le et réessaie. { free }.
prompt-too-long-for-model = Le prompt est trop long pour { $model }{ $has_limit ->
        [true] {" "}({ $limit } caractères au plus)
       *[false] {""}
    }. Raccourcis-le ou choisis un autre `model`. { free }.
request-too-large = { $pictures ->
        [0] La demande est trop lourde pour le service d'images. Raccourcis le prompt et réessaie
       *[other] Les images sont trop lourdes pour le service d'images. Réduis-les ou donnes-en moins
    }. { free }.
format-not-granted = Le compte de ce bot auprès du service d'images n'a pas accès à `format` { $output_format } avec { $model }. Choisis png, webp ou jpeg. { free }.
edits-not-offered = { $where ->
        [here] Ici, le service d'images
       *[elsewhere] Le service d'images
    } crée des images, mais n'en modifie pas. Utilise plutôt /imagine. { free }.
mask-not-offered = { $where ->
        [here] Ici, le service d'images
       *[elsewhere] Le service d'images
    } n'accepte pas de masque. Enlève `mask` et dis ce qui doit changer. { free }.
mask-for-several-pictures = Un masque ne va{ here-if-here } qu'avec une seule image, et tu en as donné { $pictures }. Enlève le masque ou les autres images. { free }.
too-many-pictures = Ça ferait { $pictures } images, le maximum est { $limit }. Enlèves-en, ou vide tes images de référence avec /references. { free }.
no-picture-there = Ce message ne contient aucune image utilisable. Choisis une image jointe plutôt qu'un lien, ou joins-la toi-même. { free }.
picture-out-of-sight = Discord ne me montre pas ce que les autres joignent à leurs messages. Ouvre plutôt le menu du message et choisis Applications > Modifier l'image. { free }.
no-such-picture = Il n'y a pas d'image { $place } dans ce message : il en contient { $pictures }. Commence par un autre numéro. { free }.
nothing-larger = { $model } ne fait pas d'image plus grande de cette forme. Modifie-la avec un autre `model`. { free }.
already-that-shape = L'image est déjà en { $aspect }, il n'y a rien à ajouter. Choisis une autre valeur de `aspect`. { free }.
aspect-not-taken = { $beside ->
        [mask] `aspect` ajoute autour de l'image, `mask` change ce qu'il y a dedans. Enlève l'un des deux
        [size] `aspect` fixe déjà la taille de l'image. Enlève `size`
        [preview] Ce qu'ajoute `aspect` est à côté de l'image : il n'y a rien à choisir. Enlève `preview`
       *[nothing] `aspect` complète une image existante. Choisis `size` pour une nouvelle
    }. { free }.
extended-too-far = L'image serait plus longue que { $limit }:1, et { $model } ne fait pas ça. Étends-la d'abord dans l'autre sens, ou choisis un autre `model`. { free }.
area-not-taken = { $as_drawn ->
        [true] `area` { $area } ne va qu'avec les modifications exactes, désactivées { here }. Enlève `area`, ou vois avec les personnes qui gèrent le serveur ou la personne qui s'occupe du bot
       *[false] `area` { $area } dit quelle part de l'image accompagne un masque, et il n'y a pas de masque. Donnes-en un avec `mask`, ou enlève `area`
    }. { free }.
unsupported-image = { $known ->
        [yes] `{ $label }` est un fichier { $found } d'une variante que je ne sais pas lire
        [no] `{ $label }` est un fichier { $found } ; il me faut une image { $formats }
       *[unclear] `{ $label }` n'est pas une image que je sais lire ; il me faut { $formats }
    }. { $found ->
        [HEIC] Sur iPhone, règle Appareil photo > Formats sur « Le plus compatible » ou joins une capture d'écran
       *[other] Enregistre-la en PNG ou en JPEG et joins ce fichier
    }. { free }.
broken-image = Le fichier dans `{ $label }` est incomplet ou abîmé : je ne peux pas lire l'image. Ouvre-le, enregistre-le à nouveau et rejoins-le. { free }.
file-too-large = Le fichier dans `{ $label }` dépasse { $limit_mib } Mio. Enregistre-le en plus petit ou en JPEG et réessaie. { free }.
too-many-pixels = L'image dans `{ $label }` fait { $size } pixels ; dans ce format, le maximum est de { $limit_megapixels } mégapixels. Réduis-la et réessaie. { free }.
side-too-long = L'image dans `{ $label }` fait { $size } pixels ; le plus grand côté ne peut pas dépasser { $limit_side }. Recadre-la ou réduis-la et réessaie. { free }.
image-too-complex = Le fichier dans `{ $label }` demande trop de mémoire ou de temps à lire. Enregistre-le en plus petit, ou en JPEG ou PNG simple, et réessaie. { free }.
foreign-file = Le fichier dans `{ $label }` n'est pas sur un serveur de Discord. Joins le fichier lui-même. { free }.
file-unavailable = Discord n'a pas fourni le fichier dans `{ $label }`. Joins-le à nouveau et réessaie. { free }.
mask-of-another-shape = Le masque fait { $mask_size } et l'image { $image_size } : ça ne va pas ensemble. Utilise un masque de la taille de l'image, ou de mêmes proportions. { free }.
mask-too-detailed = Le masque est trop détaillé : il pèse { $size_mib } Mio, et il faut moins de { $limit_mib } Mio. Utilise des zones unies en noir et blanc, ou une image plus petite. { free }.
not-allowed = Je ne peux pas publier d'images { here }. Permissions manquantes : { $permission_names }. Demande-les à la modération, ou utilise un autre salon. { free }.
budget-spent = { $left ->
        [0] Pour { $period ->
            [month] ce mois-ci
           *[day] aujourd'hui
        }, { budget-whose } est atteinte{ $unit ->
            [pictures] {" "}({ $limit ->
                [one] { $limit } image
               *[other] { $limit } images
            })
           *[microusd] {""}
        }
       *[other] Ça dépasse { budget-whose } pour { $period ->
            [month] ce mois-ci
           *[day] aujourd'hui
        } ; il reste { $unit ->
            [microusd] { $price_left }
           *[pictures] { $left ->
                [one] { $left } image
               *[other] { $left } images
            } sur { $limit }
        }
    }. Remise à zéro { $renews }. { free }.
budget-whose = { $scope ->
        [user] ta limite
        [role] la limite de ton rôle
        [server] la limite sur { this-server }
       *[bot] la limite de tout le bot
    }{ $in_server ->
        [true] {" "}sur { this-server }
       *[false] {""}
    }
queue-full = { $waiting } demandes attendent déjà, le maximum est { $limit }. Réessaie dans quelques minutes. { free }.
too-many-jobs = { $scope ->
        [user] Tu as
        [here] Sur { this-server }, tu as
       *[server] Sur { this-server }, il y a
    } déjà { $open ->
        [one] { $open } demande
       *[other] { $open } demandes
    } en cours, le maximum est { $limit }. Attends qu'une se termine. { free }.
cancelled = Cette demande a été annulée par { $is_known ->
        [true] { $by }
       *[false] quelqu'un dont les données sont supprimées depuis
    }. Redemande quand tu veux. { cost }.
rate-limited = Le service d'images est surchargé et a renvoyé la demande. Tu peux réessayer { wait }. { cost }.
provider-down = Le service d'images n'a pas répondu, ou la connexion a été coupée. Réessaie dans quelques minutes. { cost }.
provider-timed-out = Le service d'images n'a pas fini à temps. Réessaie avec une qualité plus basse ou moins d'images. { cost }.
provider-paused = Le service d'images est en panne pour tout le monde, donc je ne l'ai pas sollicité. Tu peux réessayer { wait }. { cost }.
wait = { $has_wait ->
        [true] { $wait }
        [soon] dans un instant
       *[false] dans une minute
    }
organization-unverified = Le service d'images réserve { $model } aux organisations vérifiées. Choisis un autre `model`, ou demande à la personne qui s'occupe du bot de faire vérifier la sienne. { cost }.
account-blocked = Le service d'images a bloqué le compte de ce bot. Seule la personne qui s'occupe du bot peut régler ça. { cost }.
address-wrong = Il n'y a pas de service d'images à l'adresse réglée. Seule la personne qui s'occupe du bot peut la corriger. { cost }.
empty-answer = Le service d'images n'a renvoyé aucune image, peut-être à cause de son système de sécurité. Reformule et réessaie. { cost }.
key-rejected = Le service d'images n'accepte pas la clé de ce bot. Seule la personne qui s'occupe du bot peut arranger ça. { cost }.
out-of-money = Le compte de ce bot auprès du service d'images est vide ou a dépassé sa limite. Seule la personne qui s'occupe du bot peut le recharger. { cost }.
model-unknown = Le service d'images n'a pas le modèle { $model }, ou ne l'a plus. Choisis un autre `model`. { cost }.
request-rejected = Le service d'images n'a pas accepté la demande telle quelle. Essaie d'autres options, ou préviens la personne qui s'occupe du bot. { cost }.
bad-answer = Le service d'images n'a pas renvoyé d'image complète. Réessaie dans un instant. { cost }.
interrupted = Easel a été arrêté avant la fin de cette demande. Réessaie dans quelques minutes. { cost }.
outcome-unknown = Easel a été arrêté pendant que le service d'images travaillait ; on ne sait pas ce qu'il en est sorti. Rien ne t'a été compté. Appuie sur le bouton pour redemander.
unexpected = Quelque chose s'est mal passé dans Easel ; les détails sont dans le journal du bot. Réessaie plus tard. On ne sait pas si ça a coûté quelque chose.
too-late = Ta dernière demande est arrivée trop tard chez Easel, et Discord t'a dit que personne ne répondait. Réessaie. { cost }.
place-closed = { $asleep ->
        [true] Le fil est archivé ou verrouillé, donc je ne peux pas répondre { here }. Fais-le rouvrir, ou demande dans un autre salon
       *[false] Discord ne me laisse pas répondre { here }. Demande à la modération de m'y donner accès, ou utilise un autre salon
    }. { cost }.
storage-down = Easel ne peut rien enregistrer pour l'instant : sa base de données ou son stockage ne répond pas. Réessaie dans quelques minutes. { free }.
server-key-unreadable = Ce serveur a sa propre clé pour le service d'images, et je n'arrive plus à la lire. Une personne qui gère le serveur peut la saisir à nouveau avec /settings. { free }.
server-key-changed = La clé qui devait payer a été retirée ou changée pendant l'attente. Réessaie. { free }.
not-yours = Seule la personne qui a demandé ces images peut faire ça. Les tiennes sont dans /history.
not-for-you = C'est réservé { here } à : { $whose }. Adresse-toi à l'une de ces personnes.
closed-here = Sur { this-server }, c'est possible seulement{ $in_channels ->
        [true] {" "}dans { $channels }
        [elsewhere] {" "}dans d'autres salons
       *[false] {""}
    }{ $for_roles ->
        [true] {" "}pour { $roles }
       *[false] {""}
    }. La modération peut changer ça.{ $doing ->
        [share] {""}
       *[other] {" "}{ free }.
    }
muted = Sur { this-server }, la modération a bloqué Easel pour toi { $has_end ->
        [true] jusqu'au { $until }
       *[false] définitivement
    }. Demande-lui pourquoi.
word-refused = Ton prompt contient un mot ou une expression interdits sur { this-server }. Reformule-le. { free }.
export-too-soon = Tu as déjà demandé tes données dans la dernière heure. Réessaie { $next }.
messages-closed = Discord ne me laisse pas t'écrire en message privé, et personne d'autre ne doit voir tes données. Autorise les messages privés dans les paramètres de confidentialité de ce serveur, ou écris-moi d'abord, puis réessaie.
no-gallery = Il n'y a pas{ here-if-here } de galerie où partager des images. Une personne qui gère le serveur peut choisir un salon avec /settings.
gallery-closed = { $why ->
        [filtered] Le filtre de Discord juge l'image explicite et ne laisse personne la publier dans { gallery-channel }. Seule une autre image passerait
        [refused] Je ne peux pas publier dans { gallery-channel }. Une personne qui gère le serveur peut m'y donner accès, ou choisir un autre salon avec /settings
       *[lost] Discord n'a pas accepté l'image dans { gallery-channel }. Réessaie dans quelques minutes
    }.
# Après « dans ».
gallery-channel = { $has_channel ->
        [true] { $gallery }, la galerie
       *[false] le salon de la galerie
    }
shared-already = Cette image est déjà partagée sur { this-server }. Retrouve-la avec /gallery mine, qui permet aussi de la retirer.
not-shared = Cette image n'est plus partagée. Il y en a d'autres dans /gallery new.
own-picture = { $act ->
        [heart] C'est ta propre image : seuls comptent les cœurs des autres. Découvre les leurs avec /gallery new
       *[report] C'est ta propre image : seuls comptent les signalements des autres. Retire-la avec /gallery mine
    }.
theme-over = Ce thème est terminé ou n'a jamais existé. /theme list montre ceux qui sont ouverts.
barred-here = Cette image a été signalée{ here-if-here }, et la modération ne l'a pas gardée. Demande-lui pourquoi, ou partages-en une autre.
moderation-lower = Cette image a été créée avec moins de filtrage que ce salon n'en exige. Elle reste là où elle est.
edits-forbidden = { $by ->
        [server] Sur { this-server }, personne d'autre ne peut modifier cette image
       *[person] La personne à qui appartient cette image n'autorise pas les modifications
    }. Pars d'une des tiennes. { free }.
draft-over = Cette modification est envoyée, abandonnée ou vieille de plus d'une heure. Recommence avec « Modifier ».
request-forgotten = Je n'ai plus cette demande. Redemande en choisissant toi-même le modèle. { free }.
not-made-yet = Cette demande n'a pas encore d'images. Regarde à nouveau dans /history un peu plus tard.
pictures-gone = Ces images ne sont plus gardées. Crées-en de nouvelles avec /imagine.
too-large-to-post = { made } Même convertie, elle dépasse la taille limite de Discord { here }. Tu la trouveras dans /history ; une `size` plus petite ou `format` jpeg passerait. { paid }.
channel-closed = { made } Je ne peux plus publier dans { this-channel }. Récupère-la dans /history, ou demande à la modération de m'y donner accès. { paid }.
thread-closed = { made } Le fil est archivé ou verrouillé, donc je ne peux rien publier { here }. Récupère-la dans /history, ou fais rouvrir le fil. { paid }.
picture-filtered = { made } Le filtre de Discord la juge explicite et ne laisse personne la publier { here }. Seule une autre image passerait : reformule. { paid }.
discord-down = { made } Discord ne l'a pas acceptée, malgré plusieurs essais. Récupère-la dans /history dans quelques minutes. { paid }.
options-conflict = `{ $option }` { $value } ne va pas avec `{ $other }` { $other_value }. Choisis { $choices } comme `{ $other }`. { free }.
mask-marks-nothing = { $how ->
        [chosen] Rien ne serait repeint. Choisis une autre zone ou appuie sur « Inverser »
        [opaque] Le masque n'est transparent nulle part : rien n'est marqué. Peins en blanc, ou efface, ce qui doit être repeint
        [painted] Je n'ai rien trouvé de peint sur ta copie. Peins d'une seule couleur vive ce qui doit changer et renvoie-la
       *[black] Rien n'est marqué dans le masque. Peins en blanc, ou efface, ce qui doit être repeint
    }. { free }.
content-refused = Le système de sécurité du service d'images a refusé cette demande{ $has_categories ->
        [true] {" "}({ $categories })
       *[false] {""}
    }. Reformule ou utilise une autre image. { free }.
size-not-allowed = { $rule ->
        [shape] Je ne comprends pas la taille { $size } : écris largeur x hauteur, comme { $limit }
        [divisor] { $model } ne fait pas la taille { $size } : les deux côtés doivent être divisibles par { $limit }
        [ratio] { $model } ne fait pas la taille { $size } : le rapport ne peut pas dépasser { $limit }
        [side] { $model } ne fait pas la taille { $size } : aucun côté ne peut dépasser { $limit } pixels
        [fewest-pixels] { $model } ne fait pas la taille { $size } : il faut au moins { $limit } pixels en tout
       *[most-pixels] { $model } ne fait pas la taille { $size } : il faut au plus { $limit } pixels en tout
    }. Choisis une des tailles que propose la commande{ or-the-model }. { free }.
or-the-model = { $has_elsewhere ->
        [true] , ou le modèle { $elsewhere }
       *[false] {""}
    }

## Une option qui ne peut pas avoir sa valeur

option-of-server = `{ $option }` { $value } n'est pas autorisé sur { this-server }. Choisis { $choices }{ or-the-model }. { free }.
option-of-server-number = `{ $option }` { $value } n'est pas autorisé sur { this-server }. Choisis un nombre de 1 à { $high }{ or-the-model }. { free }.
option-model = Le modèle { $value } n'est pas activé { here }. Choisis { $choices }. { free }.
option-number = `{ $option }` { $value } n'est pas possible { here }. Choisis un nombre de { $low } à { $high }{ $option ->
        [frame_ms] {" "}par pas de { $step }
       *[other] {""}
    }. { free }.
option-missing = Le modèle { $model } n'a pas de `{ $option }`. Enlève cette option{ $has_elsewhere ->
        [true] {" "}ou choisis le modèle { $elsewhere }
       *[false] {""}
    }. { free }.
# Traits, flèches et mots dessinés par-dessus une image, que le modèle doit suivre.
option-markup = Ici, le modèle { $model } ne suit pas les marques dessinées sur une image. { $has_elsewhere ->
        [true] Choisis le modèle { $elsewhere }, ou fais repeindre ce qu'elles couvrent
       *[false] Fais plutôt repeindre ce qu'elles couvrent
    }. { free }.
option-value = Le modèle { $model } n'a pas `{ $option }` { $value }. Choisis { $choices }{ or-the-model }. { free }.

## Quelque chose qui ressemble à une option dans un message, et ne compte pas

misread = { $what }. { $way_out }.{ $quotes ->
        [true] {" "}Si ça fait partie du prompt, mets-le entre guillemets.
       *[false] {""}
    } { free }.
mistake-unknown = « { $written } » ressemble à une option, mais je ne la connais pas
mistake-misspelt = « { $written } » n'est pas une de mes options
mistake-unmarked = « { $written } » ressemble à une option sans ses deux tirets
mistake-value-missing = Il manque sa valeur à « { $written } »
mistake-value-unknown = « { $written } » n'est pas une valeur de cette option
mistake-no-value-taken = « { $written } » est une option sans valeur
mistake-misplaced = Il y a du texte après « { $written } », or les options viennent à la fin
mistake-twice = « { $written } » donne une deuxième valeur à un choix déjà fait
mistake-private = « { $written } » ne vaut que pour les commandes : à un message, je réponds devant tout le monde
way-out-private = Pour toi seulement, utilise /imagine ou /edit avec `private`
way-out-meant = Sans doute voulais-tu dire : **{ $meant }**{ $has_range ->
        [true] {" "}(un nombre de { $low } à { $high })
       *[false] {""}
    }
way-out-offered = Il y a { $names }
way-out-value = Écris `--{ $option }` et sa valeur à la fin
way-out-number = Choisis un nombre de { $low } à { $high }
way-out-choices = Choisis { $choices }{ $option ->
        [size] , ou des pixels comme 1024x1536
       *[other] {""}
    }

## Quand le compte auprès du service d'images est celui d'un serveur, et non du bot

of-server-organization-unverified = Le service d'images réserve { $model } aux organisations vérifiées, et la clé de ce serveur n'appartient à aucune. Choisis un autre `model`, ou vois avec les personnes qui gèrent le serveur. { cost }.
of-server-account-blocked = Le service d'images a bloqué le compte de la clé de ce serveur. Les personnes qui gèrent le serveur peuvent régler ça, ou retirer la clé avec /settings. { cost }.
of-server-key-rejected = Le service d'images n'accepte pas la clé de ce serveur. Les personnes qui gèrent le serveur peuvent en saisir une autre, ou la retirer, avec /settings. { cost }.
of-server-out-of-money = Le compte de la clé de ce serveur est vide ou a dépassé sa limite. Les personnes qui gèrent le serveur peuvent le recharger, ou retirer la clé avec /settings. { cost }.
of-server-format-not-granted = Le compte de la clé de ce serveur n'a pas accès à `format` { $output_format } avec { $model }. Choisis png, webp ou jpeg. { free }.
of-server-model-unknown = Le service d'images n'a pas le modèle { $model } pour la clé de ce serveur. Choisis un autre `model`. { cost }.
