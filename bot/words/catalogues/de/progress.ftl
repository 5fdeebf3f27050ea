### Wie weit eine Anfrage ist, in einer Zeile aus Teilen, und die Buttons daneben.

## Buttons, höchstens 80 Zeichen

button-cancel = Abbrechen
button-again = Nochmal anfragen
button-reword = Text ändern

## Wie weit sie ist

too-late-to-cancel = Zum Abbrechen war es zu spät: Die Anfrage ist schon fertig. Das Ergebnis steht in der Antwort.
gone = Diese Anfrage kennt Easel nicht mehr. Gib den Befehl noch einmal ein.

waiting = { $before ->
        [0] als Nächstes dran
        [one] { $before } Anfrage vor dir
       *[other] { $before } Anfragen vor dir
    }
ready-in = fertig in etwa { $time }
drawing = wird seit { $time } gezeichnet
usually = dauert meist etwa { $time }
restarting = Easel startet neu und macht danach von selbst weiter
busy = der Bilddienst ist überlastet, es geht { $when } weiter
soon = gleich
short-of-time = -# Das dauert vielleicht länger, als Discord private Antworten offen hält. Dann findest du die Bilder in /history.
