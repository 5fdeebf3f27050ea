### /settings : parties, listes, boutons et formulaires, et ce qui est dit de chaque partie.

## Le message

overview-title = Easel sur ce serveur
overview-intro = Ce qui est réglé ici remplace les valeurs du bot. Choisis ci-dessous ce que tu veux changer.
overview-section = Que veux-tu changer ?

## Ses parties, 100 caractères au plus

section-channels = Salons et galerie
section-who = Qui et où
section-models = Modèles et options
section-defaults = Valeurs par défaut
section-budgets = Limites
section-friendly = Filtrage du contenu
section-privacy = Confidentialité
section-key = Clé API du serveur

## Listes, 150 caractères au plus

select-gallery-channel-id = Galerie : un salon textuel ou un forum
select-reports-channel-id = Signalements : un salon que lit la modération
select-language = Langue des réponses publiques : vide, celle du serveur
select-doing = Pour quoi
select-where = Où : partout si tu laisses vide
select-whose = Pour quels rôles : tout le monde si tu laisses vide
select-models = Modèles : tous si tu laisses vide
select-qualities = Qualités : toutes si tu laisses vide
select-sizes = Tailles : toutes si tu laisses vide
select-default-model = Modèle : celui du bot si tu laisses vide
select-default-quality = Qualité : celle du bot si tu laisses vide
select-default-size = Taille : celle du bot si tu laisses vide
select-moderation = La sévérité du service d'images
select-low-moderation-channel-ids = Salons soumis à une limite d'âge où le service d'images est le moins sévère
select-budget = Limite pour un rôle : choisis le rôle

## Boutons, 80 caractères au plus

button-weekly-on = Publier les images de la semaine
button-weekly-off = Pas d'images de la semaine
button-streaming-on = Montrer les images pendant le dessin
button-streaming-off = Ne pas montrer les images pendant le dessin
button-masked-edits-on = Avec masque : garder le reste exact
button-masked-edits-off = Avec masque : tel que dessiné par le modèle
button-uploads-on = Laisser modifier les images des membres
button-uploads-off = Ne laisser personne modifier les images des autres
button-n-limit = Images par demande
button-default-n = Images par demande
button-user = Limite par membre
button-server = Limite du serveur
button-limits = Demandes en cours
button-words = Liste de mots
button-correct = Corriger

## Ce qu'on peut réserver à des salons et des rôles, 100 caractères au plus

doing-imagine = Créer des images
doing-edit = Modifier des images
doing-share = Partager dans la galerie

## La sévérité du service d'images ; le premier mot est son nom à lui ; 100 caractères au plus

moderation-auto = auto : la sévérité habituelle du service
moderation-low = low : la plus faible qu'il propose

## Titres de formulaires, 45 caractères au plus

form-n-limit = Nombre maximal d'images par demande
form-default-n = Nombre d'images par défaut
form-user = Limite par membre
form-role = Limite par membre d'un rôle
form-server = Limite de tout le serveur
form-limits = Demandes en cours à la fois
form-words = Mots et expressions interdits

## Champs de formulaires, 45 caractères au plus

field-n-limit = Images
field-default-n = Images
field-pictures-day = Images par jour
field-pictures-month = Images par mois
field-microusd-day = Dollars par jour
field-microusd-month = Dollars par mois
field-jobs-per-user = Par membre
field-jobs-per-server = Sur tout le serveur
field-words = Un mot ou une expression par ligne

## Sous les champs, 100 caractères au plus

empty-is-inherited = Laisse vide pour garder la valeur du bot
words-hint = Mots entiers ; majuscules, accents et lettres ressemblantes n'y changent rien

## Saisies qui ne conviennent pas

not-a-count = **{ $field }** : « { $typed } » n'est pas un nombre de { $least } à { $most }. Rien n'a été changé ; corrige avec le bouton ci-dessous.
not-an-amount = **{ $field }** : « { $typed } » n'est pas { $unit ->
        [pictures] un nombre entier comme 20
       *[dollars] un montant comme 2.50
    }. Rien n'a été changé ; corrige avec le bouton ci-dessous.
quoted = « { $typed } »
words-left-out = Laissé de côté, { $full ->
        [true] car la liste est trop longue
       *[false] faute de lettre ou de chiffre
    } : { $words }. Le reste est gardé.

## Ce qui est réglé, et ce que le bot prévoit

line = **{ $name }** : { $value }
line-inherited = **{ $name }** : *valeur du bot : { $value }*
line-name-gallery = Galerie
line-name-reports = Signalements
line-name-weekly = Images de la semaine
line-name-language = Langue
line-name-models = Modèles
line-name-qualities = Qualités
line-name-sizes = Tailles
line-name-n-limit = Images par demande
line-name-streaming = Aperçu pendant le dessin
line-name-masked-edits = Modifications avec masque
masked-edits-exact = exactes, seul ce qui est marqué change
masked-edits-as-drawn = telles que dessinées par le modèle
line-name-default-model = Modèle
line-name-default-quality = Qualité
line-name-default-size = Taille
line-name-default-n = Images
line-name-jobs-per-user = Demandes en cours par membre
line-name-jobs-per-server = Demandes en cours sur le serveur
line-name-words = Mots et expressions interdits
line-name-strictness = Sévérité du service d'images
line-name-lowest-strictness = Sévérité la plus faible
line-name-uploads = Images des membres
on = oui
off = non
none = aucun
none-to-share = aucune, rien ne peut être partagé
language-of-discord = celle du serveur sur Discord
all-of = tous ({ $names })
all-of-model = tout ce que propose le modèle
up-to = jusqu'à { $number }
at-most = { $number } au plus
instead = { $value }, car { $own } n'est pas possible ici
everybody-everywhere = tout le monde, partout
opening = { $in_channels ->
        [true] seulement dans { $channels }
       *[false] partout
    }, { $for_roles ->
        [true] seulement pour { $roles }
       *[false] pour tout le monde
    }
strictness-own = celle du service
in-channels = dans { $channels }
in-no-channel = dans aucun salon
uploads = { $edited ->
        [true] les autres peuvent les modifier
       *[false] personne d'autre ne peut les modifier
    }

## Avertissements, sur leurs propres lignes

channel-gone = ⚠️ Ce salon n'existe plus, ou je ne peux pas le voir.
channel-lacks = ⚠️ Permissions qui me manquent là-bas : { $permissions }.
limit-lower = ⚠️ La limite du bot ({ $limit }) est plus basse.
unmarked = ⚠️ Pas dans { $channels } : Discord n'y applique pas de limite d'âge.
strictness-unknown = ⚠️ On ne peut pas régler la sévérité du service d'images de ce bot.
misfit = ⚠️ { $setting } { $values } : sans effet, { $why ->
        [off] le bot ne l'a pas, ou plus
        [over] la limite du bot est plus basse
       *[outside] ce n'est pas autorisé ici
    }.
misfit-models = Modèle
misfit-qualities = Qualité
misfit-n-limit = Images par demande
misfit-default-model = Modèle par défaut
misfit-default-quality = Qualité par défaut
misfit-default-size = Taille par défaut
misfit-default-n = Nombre d'images par défaut

## Limites

budgets-none = **Limites** : aucune propre à ce serveur
budgets-by-key = *valeur du bot : aucune, car ce serveur paie avec sa propre clé*
budgets-inherited-none = *valeur du bot : aucune limite*
budgets-inherited = *limites du bot, valables aussi :*
budget-line = { $scope ->
        [role] Chaque membre avec { $role }
        [user] Chaque membre
        [server] Tout le serveur
       *[bot] Tout le monde ensemble
    } : { $amounts }
budget-money = { $amount } par { $period ->
        [day] jour
       *[month] mois
    }
budget-pictures = { $amount } { $amount ->
        [one] image
       *[other] images
    } par { $period ->
        [day] jour
       *[month] mois
    }
budgets-more = et { $more ->
        [one] { $more } autre
       *[other] { $more } autres
    }
