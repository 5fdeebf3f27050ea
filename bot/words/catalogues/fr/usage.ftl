### /usage, avec son graphique et son fichier.

someone-who-left = n'est plus sur le serveur
forgotten = personnes aux données supprimées
top-askers = Qui a demandé le plus
unknown-model = modèle inconnu

## La première ligne du fichier

column-day = jour (UTC)
column-user-id = identifiant
column-name = nom
column-model = modèle
column-pictures = images
column-cost = coût en USD
column-lost = dont interrompu
column-by-server = dont par la clé de ce serveur

## La consommation d'une personne

you-used = **Ta consommation :** { $sums }
free-here = { you-used } Ici, c'est gratuit.
sums = { $today } aujourd'hui, { $month } ce mois-ci.
sums-by-bot = { $today } aujourd'hui, { $month } ce mois-ci, payés par le bot.
by-servers = En plus, les clés propres à des serveurs ont payé { $amount } pour toi ce mois-ci.
no-budget = Tu n'as aucune limite de dépenses ici.
budget = - Reste { $scope ->
        [user] pour toi
        [role] pour toi (par ton rôle)
        [server] pour ce serveur
       *[bot] pour tout le monde
    }{ $in_server ->
        [true] {" "}sur ce serveur
       *[false] {""}
    } { $period ->
        [day] aujourd'hui
       *[month] ce mois-ci
    } : **{ $unit ->
        [microusd] { $left } sur { $limit }
       *[pictures] { $left ->
            [one] { $left } image
           *[other] { $left } images
        } sur { $limit }
    }** ; remise à zéro { $renews }
small-print = -# Les demandes en cours comptent à leur coût estimé. Jours et mois sont en UTC.

## La consommation d'un serveur

server-used = **Consommation de ce serveur :** { $sums }
by-own-key = Payé par la clé propre à ce serveur : { $sums }
nobody-asked = Personne n'a demandé d'image ici { $days ->
        [one] ce dernier jour
       *[other] ces { $days } derniers jours
    }.
askers = { top-askers } { $days ->
        [one] ce dernier jour
       *[other] ces { $days } derniers jours
    } :
asker = { $place }. { $person } : { $amount }
by-model = Par modèle : { $models }.
lost = Dont { $amount } pour des demandes interrompues en plein dessin.
refusals = Sans image : { $refusals }.
refusal = { $count } × { $reason }
further-refusals = { $count } × autres raisons
further-models = { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    } dans le fichier

pictures = { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    }
cost-of = { $cost } pour { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    }

## Le graphique

chart-title-microusd = Coût par jour
chart-title-pictures = Images par jour
chart-subtitle = { $days ->
        [one] Dernier jour
       *[other] { $days } derniers jours
    }, { $amount } au total
chart-alt = { $title }. { $subtitle }. { $bars } ; rien les autres jours. { top-askers } : { $people }.
chart-bar = { $name } : { $amount }
