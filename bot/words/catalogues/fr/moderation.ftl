### Signalements, décisions de la modération, blocages et journal.

## Le formulaire de signalement : titre et champs, 45 caractères au plus

report-title = Signaler à la modération
report-reason = Qu'est-ce qui ne va pas ?
report-words = Autre chose à savoir ?

## Sous un champ, et motifs à choisir : 100 caractères au plus

report-hint = La modération de ce serveur lira ceci ; elle ne saura pas qui tu es.
reason-sexual = Sexuel
reason-violent = Violent ou effrayant
reason-hateful = Haineux ou insultant
reason-person = Montre quelqu'un qui ne le voudrait pas
reason-other = Autre chose

## Ce que donne un signalement

reported-taken = Merci. La modération va l'examiner ; d'ici là, l'image reste en place.
reported-hides = Merci. D'autres l'ont signalée aussi : l'image est masquée jusqu'à la décision de la modération.
reported-known = Tu as déjà signalé cette image. La modération le sait ; chaque personne compte une fois.

## Les boutons d'un dossier, 80 caractères au plus

verdict-keep = Garder
verdict-hide = Masquer
verdict-delete = Supprimer
verdict-reopen = Revoir la décision
verdict-mute-hour = Bloquer 1 heure
verdict-mute-day = Bloquer 1 jour
verdict-mute = Bloquer définitivement
case-button-further = Les suivantes
case-button-older = Plus anciennes
look = Voir la n° { $place }

## Un dossier : une image signalée

case-title = Une image signalée
filtered = -# Le filtre de Discord empêche d'afficher l'image ici.
blocked = -# Discord bloque ici des mots de son prompt ou de ses signalements ; { -slash-reports } les montre.
count = { $reports ->
        [one] 1 signalement
       *[other] { $reports } signalements
    }
by = Par { $person }
by-small = { $place }. Par { $person } · { $count } · { $standing }
not-kept = -# L'image n'est plus gardée.
prompt-secret = -# Son prompt n'est pas affiché dans la galerie, ni ici.
reason-line = - { $reason } : { $number }
quote = > « { $words } »
someone = quelqu'un dont les données sont supprimées
standing-shared = visible jusqu'à votre décision
standing-hidden = masquée jusqu'à votre décision
standing-gone = retirée entre-temps ; à moins d'être gardée, elle ne peut plus être partagée
standing-decided = { $state ->
        [kept] gardée
        [hidden] masquée
       *[deleted] supprimée
    } par { $person }

## Ce que donne une décision

decided-already = { $person } a déjà décidé : { $state ->
        [kept] gardée
        [hidden] masquée
       *[deleted] supprimée
    }.
waits-already = Cette image attend déjà une décision.
decided-mute = Easel est bloqué pour { $person } { $time ->
        [hour] pendant 1 heure
        [day] pendant 1 jour
       *[ever] définitivement
    }.{ $waits ->
        [true] {" "}L'image attend toujours une décision.
       *[false] {""}
    }
decided-keep = L'image est gardée ; il faudrait trois autres signalements pour la masquer à nouveau.
decided-keep-gone = L'image a été retirée entre-temps ; elle peut à nouveau être partagée ici.
decided-hide = L'image est masquée.
decided-delete = L'image est supprimée de la galerie et ne peut plus être partagée ici.
decided-reopen = L'image attend une nouvelle décision ; d'ici là, rien ne change.
messages-left = Discord ne me laisse pas encore modifier { $messages ->
        [one] un message qui la montre
       *[other] { $messages } messages qui la montrent
    } ; je continue d'essayer.

## Listes

cases = Ces images signalées attendent une décision :
no-cases = Aucune image signalée n'attend de décision.
no-further-cases = Aucune autre n'attend de décision.
nothing-on-record = Rien n'a encore été consigné ici.

## Blocages

for-good = définitivement
until = jusqu'au { $moment }
nobody-muted = Aucun blocage en cours ici.
muted-line = - { $person } { $until }, par { $moderator }
muted-more = { $more ->
        [one] - et 1 autre personne
       *[other] - et { $more } autres
    }
muted-now = Easel est bloqué pour { $person } { $until }. { -slash-unmute } lève le blocage.
unmuted-now = { $person } peut à nouveau utiliser Easel.
was-not-muted = Easel n'est pas bloqué pour { $person }.

## Ce qui a été fait, dans le journal : un moment, qui, et ceci

entry = { $moment } { $who } { $action }
entry-reports = Automatique :
action-hidden-reports = image de { $whom } masquée après { $reports ->
        [one] 1 signalement
       *[other] { $reports } signalements
    }
action-kept = a gardé une image de { $whom } malgré { $reports ->
        [one] 1 signalement
       *[other] { $reports } signalements
    }
action-hidden = a masqué une image de { $whom } après { $reports ->
        [one] 1 signalement
       *[other] { $reports } signalements
    }
action-deleted = a supprimé une image de { $whom } après { $reports ->
        [one] 1 signalement
       *[other] { $reports } signalements
    }
action-reopened = a rouvert la décision sur une image de { $whom }
action-muted = a bloqué Easel pour { $whom } { $until }
action-unmuted = a débloqué Easel pour { $whom }
action-theme-opened = a ouvert un thème
action-theme-closed = a clos un thème
action-settings = a changé les paramètres
action-key-entered = a saisi une clé propre à ce serveur pour le service d'images
action-key-removed = a retiré la clé propre à ce serveur pour le service d'images
