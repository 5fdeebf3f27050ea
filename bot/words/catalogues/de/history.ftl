### /history: die Liste der letzten Anfragen und ihre Buttons.

## Buttons, höchstens 80 Zeichen

history-button-newer = Neuere
history-button-older = Ältere
history-button-post = Hier posten
history-button-posting = Wird gepostet …
history-button-posted = Gepostet
show = Nr. { $place } zeigen
again = Nr. { $place } nochmal
reword = Text von Nr. { $place } ändern

## Die Liste

empty = Du hast noch kein Bild angefordert. Probier /imagine.
nothing-older = Mehr gibt es nicht.
head-newest = Deine letzten Anfragen, die neuesten zuerst:
head-older = Deine älteren Anfragen:

state-accepting = wird angenommen
state-waiting = wartet
state-preparing = gleich dran
state-calling = wird gezeichnet
state-drawn = wird gleich gepostet
state-failing = fehlgeschlagen
state-delivered = fertig
state-failed = fehlgeschlagen
state-undeliverable = erstellt, aber nicht gepostet
state-cancelled = abgebrochen
pictures = { $pictures ->
        [one] { $pictures } Bild
       *[other] { $pictures } Bilder
    }
free = kostenlos
deleted = gelöscht
