### Partage : ce qui figure sous une image partagée, le formulaire, /gallery, les thèmes, les images de la semaine.

## Boutons, 80 caractères au plus

share-button-share = Partager
share-button-remix = Remixer
share-button-info = Infos
share-button-report = Signaler
share-button-unshare = Ne plus partager
share-button-previous = Précédente
share-button-next = Suivante
share-button-another = Une autre

## Le formulaire derrière « Partager » : titre et champs, 45 caractères au plus

share-form-title = Partager sur ce serveur
share-form-prompt = Le prompt
share-form-show = L'afficher sous l'image
share-form-hide = Le garder pour moi
share-form-theme = Pour quel thème ?
share-form-no-theme = Aucun

## Une image partagée et son message

hidden = Cette image est masquée jusqu'à ce que la modération l'ait examinée.
hidden-title = Masquée pour l'instant
gone-title = Retirée
secret-title = Une image au prompt secret
secret-alt = Une image partagée sans son prompt.
shared-by = { $prompt } par { $person }
shared-by-secret = Par { $person }, prompt secret
shared-for = pour **{ $theme }**
shared = Image partagée : [voir l'image]({ $link })
shared-hint = -# { -slash-gallery-mine } permet de la retirer.
shared-nowhere = Image partagée.
unshared = Image retirée, ainsi que tous les messages qui la montraient.
unshared-but = Image retirée, mais Discord ne me laisse pas l'effacer ici : { $links }
left-message = message { $number }
unshared-hint = Je continue d'essayer ; la modération peut aussi supprimer ces messages à la main.
info-hearts = Cœurs
info-shared = Partage
prompt-for-you = -# Personne d'autre ne voit ce prompt.
prompt-kept = { $person } garde le prompt secret.

## /gallery

nothing-gallery = Rien de tel n'a encore été partagé ici. Partage une de tes images avec le bouton dessous.
nothing-mine = Tu n'as encore rien partagé ici. Utilise le bouton « Partager » sous un de tes résultats.
page-by = par { $person }
page-place = { $head } · { $place } sur { $count }
page-hidden = -# Masquée pour les autres jusqu'à ce que la modération l'ait examinée.
head = { $order ->
        [top] Le plus de cœurs
       *[new] Les plus récentes
    }, { $span ->
        [week] 7 derniers jours
        [month] 30 derniers jours
       *[ever] depuis toujours
    }{ $of_one ->
        [true] , par { $by }
       *[false] {""}
    }
head-mine = Ce que tu as partagé ici
head-random = Une image au hasard

## Thèmes

no-themes = Aucun thème n'est ouvert ici.
theme-opened = Le thème **{ $theme }** est ouvert jusqu'au { $until }. Ses images vont dans { $channel } ; on le choisit dans le formulaire derrière « Partager ».
theme-closed = Le thème **{ $theme }** est terminé. J'annonce les images qui ont le plus de cœurs dans { $channel }.
theme-line = - **{ $theme }** dans { $channel }, jusqu'au { $until }
theme-over = Thème terminé : { $theme }
theme-best = Les images qui ont le plus de cœurs :
theme-none-hearted = Aucune de ses images n'a reçu de cœur.

## Images de la semaine

week-title = Images de la semaine
week-line = { $number }. par { $person } · { $hearts }
sheet-alt = Une planche de { $pictures ->
        [one] { $pictures } vignette, numérotée
       *[other] { $pictures } vignettes, numérotées
    } comme dans la liste.
hearts = { $hearts ->
        [one] { $hearts } cœur
       *[other] { $hearts } cœurs
    }
