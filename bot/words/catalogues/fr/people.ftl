### /forget me et /export me : supprimer et remettre ce qui est gardé sur une personne.

## Boutons, 80 caractères au plus

forget-button-forget = Tout supprimer définitivement
forget-button-keep = Tout garder

## Suppression

forget-question =
    {"**"}Supprimer tout ce que je garde sur toi ?** C'est irréversible.
    {"**"}Ce qui disparaît, en moins d'une minute :**
    - toutes tes demandes, sur tous les serveurs : prompts, images, fichiers donnés ; ce qui est en cours est annulé
    - tout ce que tu as partagé, et mes messages qui montrent tes images
    - tes cœurs, signalements, images de référence, brouillons et réglages
    {"**"}Ce qui reste :**
    - ce qui a été dépensé, sans ton nom et sans prompt
    - les images que d'autres ont tirées des tiennes
    - un blocage à ton encontre et ce qu'a fait la modération, sans ton nom
    -# { -slash-export-me } t'envoie d'abord le tout. Ce que tu demanderas ensuite sera gardé comme d'habitude.
forgetting = Je supprime tout ce que je garde sur toi…
forgetting-already = Je m'en occupe déjà : tout ce que je garde sur toi disparaît en moins d'une minute.
kept = Je n'ai rien supprimé.
forgotten = **C'est fait.** { $requests ->
        [one] { $requests } demande et tout ce qui s'y rattache : supprimé.
       *[other] { $requests } demandes et tout ce qui s'y rattache : supprimé.
    }
forgotten-nearly = **Presque fini.** Tout est supprimé, sauf ce qui est en cours de création ; le reste suivra dès que ce sera terminé.
messages-follow = J'efface maintenant les messages qui le montrent…
messages-deleted = { $messages ->
        [one] { $messages } de mes messages qui le montrait est supprimé.
       *[other] { $messages } de mes messages qui le montraient sont supprimés.
    }
shares-gone = { $pictures ->
        [one] { $pictures } image partagée a disparu de la galerie.
       *[other] { $pictures } images partagées ont disparu des galeries.
    }
messages-postponed = Discord n'a pas répondu pour { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    } : je réessaie jusqu'à ce que ça marche.
messages-refused = Discord ne me laisse pas supprimer { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    }, car je n'ai plus accès à l'endroit. Demande à la modération de supprimer ce qui y montre encore une de tes images.

## Remise

exporting = Je rassemble tout ce que je garde sur toi. Ça arrive ici, en un ou plusieurs fichiers zip.
export-started = Je rassemble tout ce que je garde sur toi et je te l'envoie en message privé.
export-whole = Tout ce que je garde sur toi.
export-part = Tout ce que je garde sur toi, partie { $number } sur { $parts }.
exported = Tout ce que je garde sur toi est dans nos messages privés, en { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }.
# Un fichier texte dans le zip : environ 100 caractères par ligne. Les noms de fichiers ne changent pas.
export-readme =
    Voici tout ce qu'Easel garde sur toi.

    account.json       tes réglages, tes images de référence et les signalements que tu as faits
    requests-*.json    tes demandes, ce qu'elles ont donné et ce qu'elles ont coûté
    shares-*.json      ce que tu as partagé
    hearts-*.json      ce à quoi tu as donné un cœur
    pictures/          tes images : numéro de la demande et place dedans ; un SVG est à côté de son PNG et, pour
                       une modification avec masque, l'image du modèle à côté de l'image exacte
    inputs/            les fichiers que tu as donnés : numéro de la demande et place dedans ; pour une modification
                       avec masque, la partie envoyée, le masque, l'original et ce qui y était marqué

    S'il y a plusieurs fichiers zip, chacun en contient une partie. Les heures sont en UTC.
