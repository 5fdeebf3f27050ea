### Où en est une demande, en une ligne faite de morceaux, et les boutons à côté.

## Boutons, 80 caractères au plus

button-cancel = Annuler
button-again = Redemander
button-reword = Changer le texte

## Où elle en est

too-late-to-cancel = Trop tard pour annuler : la demande est déjà terminée. Le résultat est dans la réponse.
gone = Easel ne connaît plus cette demande. Relance la commande.

waiting = { $before ->
        [0] prochaine dans la file
        [one] { $before } demande avant toi
       *[other] { $before } demandes avant toi
    }
ready-in = prêt dans { $time } environ
drawing = en cours depuis { $time }
usually = d'habitude { $time } environ
restarting = Easel redémarre et reprendra tout seul
busy = le service d'images est surchargé, je continue { $when }
soon = dans un instant
short-of-time = -# Ça peut durer plus longtemps qu'une réponse privée. Tu trouveras alors les images dans /history.
