### Arbeit an einem Bild: Buttons, Formular, Vorschau, Vergleich, Referenzen, Privatsphäre.

## Buttons unter einem Ergebnis, höchstens 80 Zeichen

result-again = Nochmal
result-edit = Bearbeiten
result-vary = Variieren
result-larger = Größer
result-extend = Erweitern
result-compare = Vergleichen
result-as-drawn = Wie gezeichnet
result-exact = Exakt
result-info = Info
result-delete = Löschen
## Was sich mit einem ganzen Bild machen lässt: Buttons und Titel von Formularen, höchstens 45 Zeichen

task-zoom-1-5 = Herauszoomen 1,5x
task-zoom-2 = Herauszoomen 2x
task-pan-left = Nach links erweitern
task-pan-right = Nach rechts erweitern
task-pan-up = Nach oben erweitern
task-pan-down = Nach unten erweitern
task-cut-out = Freistellen
task-enlarge = Größer

## Das Menü hinter „Erweitern“ und sein Formular

extend-text =
    {"**"}Herauszoomen** und **Erweitern** malen, was außerhalb des Bildes liegt; jeder seiner Pixel bleibt. **Freistellen** behält nur das Motiv, auf transparentem Hintergrund.
    -# Bis du wählst, kostet es nichts.
extend-prompt = Was soll dort zu sehen sein?
extend-hint = Leer lassen, um die Szene fortzusetzen.
# Anstelle eines Prompts, wenn niemand etwas geschrieben hat.
unsaid-extend = die Szene fortsetzen
unsaid-cut-out = das Motiv, freigestellt

## Noch einmal dasselbe anfragen

again-title = Noch einmal: wie vorher, größer oder in höherer Qualität?
again-same = Gleiche Größe
more-quality = Qualität { $quality }

## Welches von mehreren Bildern

which-picture = Welches Bild?
picture-label = Bild { $place }
all-pictures = Alle { $pictures } zusammen

## Das Formular: Titel und Felder, höchstens 45 Zeichen

form-title = Bild bearbeiten
form-prompt = Was soll sich ändern?
form-words = Was soll auf dem Bild sein?
form-which = Welches Bild?
form-quality = Qualität
form-where = Wo?
form-mask = Oder eine Maske

## Unter den Feldern, und Bereiche zur Auswahl: höchstens 100 Zeichen

form-hint-where = Bereiche oder Felder eines 4x4-Rasters (A1 oben links bis D4). Du siehst es, bevor es etwas kostet.
form-hint-mask = Das Bild, in einer Farbe übermalt, oder weiß auf schwarz, oder mit einem Loch darin
area-everything = Alles
area-centre = Mitte
area-top = Obere Hälfte
area-bottom = Untere Hälfte
area-left = Linke Hälfte
area-right = Rechte Hälfte
not-there = Dort nicht, sonst überall

## Buttons der Vorschau, höchstens 80 Zeichen

preview-go = Los
preview-repaint = Übermaltes neu malen
preview-follow = Markierungen umsetzen
preview-invert = Umkehren
preview-cancel = Abbrechen

## Die Vorschau: welcher Teil sich ändert, bevor es etwas kostet

shown-first = Erst kommt eine private Vorschau. Bis dahin kostet es nichts.
draft-dropped = Verworfen. Es wurde nichts abgeschickt und nichts berechnet.
draft =
    {"**"}{ $prompt }**
    { $everything ->
        [true] Das ganze Bild wird neu gemalt. Wähle unten einen Bereich, um den Rest zu behalten.
       *[false] Der eingefärbte Bereich wird neu gemalt: { $share } des Bildes. Der Rest bleibt. Wähle unten andere Bereiche oder drück auf „Umkehren“.
    }{ $asks ->
        [true] {" "}Oder sollen deine Striche, Pfeile und Wörter umgesetzt werden und nicht im Bild bleiben?
       *[false] {""}
    }
    -# Nur du siehst das. { $asks ->
        [true] Bis du wählst, kostet es nichts.
       *[false] Vor „Los“ kostet es nichts.
    }
# Ein Anteil am Bild.
share = { $bound ->
        [least] weniger als 1 %
        [most] mehr als 99 %
       *[none] { $percent } %
    }
draft-alt = Das Bild mit einem Raster aus vier Spalten, A bis D, und vier Zeilen. Eingefärbt ist { $inverted ->
        [true] alles außer { $named ->
            [true] diesen Bereichen: { $parts }
           *[false] einem Bereich
        }
       *[false] { $named ->
            [true] Folgendes: { $parts }
           *[false] der übermalte Bereich
        }
    }.

## Der Vergleich von vorher und nachher

compared-before = vorher
compared-after = nachher
comparison = Vorher und nachher: **{ $prompt }**
comparison-alt = Zwei Bilder nebeneinander, vor und nach dieser Änderung: { $prompt }

## Löschen

delete-title = Endgültig löschen?
delete-question = { $pictures ->
        [one] Dieses Bild wird
       *[other] Diese { $pictures } Bilder werden
    } endgültig gelöscht: hier, in allen weiteren Posts und in /history, samt Prompt. Was daraus entstanden ist, bleibt. Geld gibt es nicht zurück.
deleted = Gelöscht, samt allen Nachrichten damit.
deleted-but = Gelöscht und nicht mehr gespeichert, aber { $messages ->
        [one] eine Nachricht
       *[other] { $messages } Nachrichten
    } damit konnte ich nicht löschen. Die Moderation kann das von Hand erledigen.{ $retried ->
        [true] {" "}Wo es geteilt war, versuche ich es weiter.
       *[false] {""}
    }

## Referenzen: Bilder, die für die nächste Anfrage vorgemerkt sind

references-none = Du hast keine Referenzbilder vorgemerkt. Wähle im Menü einer Nachricht Apps > Als Referenz verwenden, dann gehen ihre Bilder mit deinem nächsten /imagine oder /edit mit.
references-clear = Leeren
references-cleared = Geleert. Deine nächste Anfrage kommt ohne Referenzbilder aus.
references = { $pictures ->
        [one] 1 Referenzbild geht
       *[other] { $pictures } Referenzbilder gehen
    } mit deinem nächsten /imagine oder /edit mit, bis { $until }.

## Antworten auf Nachrichten

greeting = Antworte auf ein Bild, erwähne mich und schreib, was sich ändern soll. Oder erwähne mich und schreib, was ich zeichnen soll. Mehr dazu unter /help.
said-alone = Meine Antwort ist nur für dich, aber Discord lässt mich dir keine Direktnachricht schreiben. Nimm hier /imagine, dann kannst du sie lesen. Es hat nichts gekostet.
told-alone = Die Antwort ist nur für die Person, die gefragt hat.
passing = -# Das ist nur für dich, deshalb lösche ich es { $when }.
proxied = Diese Nachricht hat eine andere App für jemanden gepostet. Darum weiß ich nicht, wer fragt, wem die Bilder gehören und wer zahlt. Schreib mir ohne diese App oder nimm /imagine. Es hat nichts gekostet.
about-message = Zu { $link } in { $channel }:
about-channel = Zu deiner Anfrage in { $channel }:
taken-in = **{ $prompt }** · wird angenommen
taken-in-wordless = Wird angenommen
unnamed-person = jemand
unnamed-role = Rolle
unnamed-channel = Kanal

## Privatsphäre: Buttons, höchstens 80 Zeichen

privacy-allow = Andere dürfen meine Bilder bearbeiten
privacy-forbid = Nur ich darf meine Bilder bearbeiten
privacy-allow-here = Server: Uploads von Mitgliedern dürfen bearbeitet werden
privacy-forbid-here = Server: Niemand darf Uploads anderer bearbeiten

## Was /privacy sagt

privacy-yours = Deine Bilder
privacy-edits = { $allowed ->
        [true] Andere dürfen Bilder bearbeiten, die du erstellt oder gepostet hast.
       *[false] Niemand sonst darf Bilder bearbeiten, die du erstellt oder gepostet hast.
    }
privacy-private = Bilder aus privaten Antworten gehören immer dir allein.
privacy-server = Dieser Server
privacy-uploads = { $allowed ->
        [true] Mitglieder dürfen Bilder bearbeiten, die andere hier gepostet haben, wenn diese es erlauben.
       *[false] Uploads von Mitgliedern darf sonst niemand bearbeiten. Für Bilder von Easel gilt das nicht.
    }
privacy-manages = -# Die Regel des Servers kannst du ändern, weil du den Server verwalten darfst.

switch = { $model } nehmen
