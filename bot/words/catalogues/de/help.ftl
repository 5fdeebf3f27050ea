### /help: was man tun kann, an Beispielen. Was in `…` steht, tippen Leute; Prompts darin sind Beispiele.

make-title = **Ein Bild erstellen**
make-command = `/imagine ein Fuchs im Schnee qualität:high n:{ $n }`
make-mention = `{ $bot } ein Fuchs im Schnee --size portrait --quality high`
message-options = -# Optionen stehen in einer Nachricht am Ende: { $options }.
change-title = **Ein Bild ändern**
change-reply = Antworte auf { $of_all ->
        [true] ein beliebiges Bild
       *[false] ein Bild von mir
    }: `{ $bot }mach es zur Nacht`, oder `{ $bot }2: mach es zur Nacht` für das zweite.
change-menu = Bei jeder Nachricht: **Apps > Bild bearbeiten**, oder **Apps > Als Referenz verwenden** für dein nächstes { -slash-imagine } oder { -slash-edit }.
change-command = `/edit mach es zur Nacht bild:…` nimmt deine eigenen Dateien.
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
        [true] { -slash-history } zeigt deine letzten Bilder, { -slash-tree } ihren Stammbaum, { -slash-references } deine Referenzbilder, { -slash-usage } deinen Verbrauch, { -slash-privacy }, wer deine Bilder bearbeiten darf.
       *[false] { -slash-history } zeigt deine letzten Bilder, { -slash-usage } deinen Verbrauch.
    }
after-records = { -slash-export-me } schickt dir alles, was ich über dich speichere, { -slash-forget-me } löscht es.
after-moderators = Wenn du moderierst, kannst du **Abbrechen** und **Löschen**, was andere hier angefordert haben, über { -slash-reports } entscheiden, Leute mit { -slash-mute } sperren, ein `/theme` starten und { -slash-audit } lesen; { -slash-usage } zeigt den Verbrauch des Servers.
after-managers = Wenn du den Server verwaltest, bestimmst du { $edits ->
        [true] in { -slash-privacy } über Uploads von Mitgliedern und in { -slash-settings } über alles andere.
       *[false] in { -slash-settings } über alles.
    }
free = -# Hier zeichnet eine Demo ohne KI-Modell. Das ist kostenlos.
