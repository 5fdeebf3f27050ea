### /history : la liste des dernières demandes et ses boutons.

## Boutons, 80 caractères au plus

history-button-newer = Plus récentes
history-button-older = Plus anciennes
history-button-post = Publier ici
history-button-posting = Publication…
history-button-posted = Publié
show = Afficher la n° { $place }
again = Refaire la n° { $place }
reword = Changer le texte de la n° { $place }

## La liste

empty = Tu n'as encore demandé aucune image. Essaie /imagine.
nothing-older = Il n'y a rien de plus ancien.
head-newest = Tes dernières demandes, les plus récentes d'abord :
head-older = Tes demandes plus anciennes :

state-accepting = réception en cours
state-waiting = en attente
state-preparing = bientôt en cours
state-calling = en cours
state-drawn = bientôt publiée
state-failing = échec
state-delivered = terminée
state-failed = échec
state-undeliverable = créée, mais pas publiée
state-cancelled = annulée
pictures = { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    }
free = gratuit
deleted = supprimé
