### /help: was man tun kann, an Beispielen. Was in `…` steht, tippen Leute; Prompts darin sind Beispiele.

make-title = **Ein Bild erstellen**
make-command = `/imagine ein Fuchs im Schnee quality:high n:{ $n }`
make-mention = `{ $bot } ein Fuchs im Schnee --size portrait --quality high`
message-options = -# Optionen stehen in einer Nachricht am Ende: { $options }.
change-title = **Ein Bild ändern**
change-reply = Antworte auf { $of_all ->
        [true] ein beliebiges Bild
       *[false] ein Bild von mir
    }: `{ $bot }mach es zur Nacht`, oder `{ $bot }2: mach es zur Nacht` für das zweite.
change-menu = Bei jeder Nachricht: **Apps > Bild bearbeiten**, oder **Apps > Als Referenz verwenden** für dein nächstes /imagine oder /edit.
change-command = `/edit mach es zur Nacht image:…` nimmt deine eigenen Dateien.
change-part = **Nur einen Teil:** Wähle *Wo?* im Formular oder gib als Maske das Bild mit, in einer Farbe übermalt, etwa am Handy; was du umkreist, zählt ganz. Du siehst den Bereich, bevor es etwas kostet.
result-title = **Unter einem Ergebnis**
result-buttons = **Nochmal** wiederholt die Anfrage, auch größer, { $edits ->
        [true] **Bearbeiten** und **Variieren** gehen vom Bild aus, **Größer** macht es noch einmal in doppelter Größe, **Erweitern** malt, was daneben liegt, oder stellt das Motiv frei,{" "}
       *[false] {""}
    }**Info** zeigt alle Details{ $edits ->
        [true] {" "}und führt zurück
       *[false] {""}
    }. Wer drückt, zahlt.
result-share = **Teilen** bringt dein Bild in die Galerie des Servers (`/gallery`), wo es Herzen und Remixe bekommt. **Melden** sagt der Moderation, was dort nicht hingehört.
after-title = **Im Blick behalten**
after-commands = { $edits ->
        [true] `/history` zeigt deine letzten Bilder, `/tree` ihren Stammbaum, `/references` deine Referenzbilder, `/usage` deinen Verbrauch, `/privacy`, wer deine Bilder bearbeiten darf.
       *[false] `/history` zeigt deine letzten Bilder, `/usage` deinen Verbrauch.
    }
after-records = `/export me` schickt dir alles, was ich über dich speichere, `/forget me` löscht es.
after-moderators = Wenn du moderierst, kannst du **Abbrechen** und **Löschen**, was andere hier angefordert haben, über `/reports` entscheiden, Leute mit `/mute` sperren, ein `/theme` starten und `/audit` lesen; `/usage` zeigt den Verbrauch des Servers.
after-managers = Wenn du den Server verwaltest, bestimmst du { $edits ->
        [true] in `/privacy` über Uploads von Mitgliedern und in `/settings` über alles andere.
       *[false] in `/settings` über alles.
    }
free = -# Hier zeichnet eine Demo ohne KI-Modell. Das ist kostenlos.
