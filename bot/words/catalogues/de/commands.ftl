### Was Discord in seiner Liste der Befehle zeigt: höchstens 100 Zeichen, auch die Auswahlmöglichkeiten.

## Die Befehle

command-imagine = Erstelle ein Bild aus Worten
command-edit = Verändere deine Bilder mit Worten
command-usage = Was du verbraucht hast und was dir noch bleibt
command-history = Deine letzten Anfragen und ihre Bilder
command-references = Die Referenzbilder für deine nächste Anfrage
command-tree = Der Stammbaum eines Bildes, als Bild gezeichnet
command-help = Was ich kann, mit Beispielen
command-privacy = Wer deine Bilder bearbeiten darf
command-forget = Deine gespeicherten Daten löschen
command-forget-me = Lösche alles, was ich über dich speichere (ich frage vorher nach)
command-export = Deine gespeicherten Daten holen
command-export-me = Ich schicke dir per Direktnachricht alles, was ich über dich speichere
command-gallery = Die Bilder, die auf diesem Server geteilt wurden
command-gallery-top = Die Bilder mit den meisten Herzen auf diesem Server
command-gallery-new = Die neuesten Bilder auf diesem Server
command-gallery-random = Ein zufälliges Bild, das auf diesem Server geteilt wurde
command-gallery-mine = Was du hier geteilt hast: ansehen oder zurückziehen
command-theme = Themen, zu denen man Bilder teilen kann
command-theme-open = Für die Moderation: ein Thema starten
command-theme-close = Für die Moderation: ein Thema vorzeitig beenden
command-theme-list = Die laufenden Themen
command-settings = Easel auf diesem Server einstellen: Kanäle, Modelle, Limits, Wörter (nur Serververwaltung)
command-mute = Sperre eine Person auf diesem Server für den Bot
command-unmute = Lass eine Person den Bot wieder benutzen
command-muted = Wer hier für den Bot gesperrt ist
command-reports = Gemeldete Bilder, über die noch zu entscheiden ist
command-audit = Was die Moderation hier mit dem Bot gemacht hat

## Ihre Optionen

option-prompt = Was auf dem Bild zu sehen sein oder was sich ändern soll
option-quality = Wie viel Arbeit ins Bild fließt; höher kostet mehr und dauert länger
option-size = Breite x Höhe in Pixeln; alles, was das Modell kann
option-background = Was hinter dem Motiv ist; transparent geht nur mit png oder webp
option-n = Wie viele Bilder
option-model = Welches Modell zeichnet
option-seed = Dieselbe Zahl ergibt dasselbe Bild noch einmal, falls der Bilddienst Seeds hat
option-format = Das Dateiformat des Ergebnisses
option-private = Die Antwort nur dir zeigen
option-spoiler = Die Bilder verdecken, bis jemand sie anklickt
option-complexity = Wie viel das Modell plant, bevor es zeichnet
option-frames = Aus wie vielen Bildern eine Animation besteht (gif)
option-frame-ms = Wie lange jedes Bild einer Animation zu sehen ist, in Millisekunden (gif)
option-aspect = Erweitert das Bild auf dieses Seitenverhältnis; jeder seiner Pixel bleibt
option-area = Bei einer Maske: nur den markierten Teil mit etwas Umgebung schicken, oder das ganze Bild
option-fidelity = Wie genau deine Bilder erhalten bleiben
option-image = Das Bild, das sich ändern soll
option-mask = Wo sich etwas ändert: weiß, transparent oder das Bild, in einer Farbe übermalt
option-further-image = Ein weiteres Bild als Vorlage
option-preview = Erst zeigen, wo sich etwas ändert, mit Raster zum Auswählen; bis dahin kostet es nichts
option-span = Wie weit zurück
option-by = Nur Bilder von dieser Person
option-theme-name = Wie das Thema heißt
option-theme-ends = In wie vielen Tagen es endet
option-theme-channel = Der Kanal oder Thread für die Bilder
option-theme = Eines der laufenden Themen
option-muted-person = Wer gesperrt wird
option-unmuted-person = Wer entsperrt wird; auch Leute, die nicht mehr auf dem Server sind
option-mute-time = Für wie lange
option-picture = Eines deiner letzten Bilder; ohne Angabe das neueste

## Wie weit eine Galerie zurückreicht

span-week = die letzten 7 Tage
span-month = die letzten 30 Tage
span-ever = gesamter Zeitraum

## Wie lange eine Sperre dauert

mute-time-hour = 1 Stunde
mute-time-day = 1 Tag
mute-time-week = 1 Woche
mute-time-ever = dauerhaft

## Die Einträge im Apps-Menü einer Nachricht, höchstens 32 Zeichen

menu-edit = Bild bearbeiten
menu-reference = Als Referenz verwenden
menu-info = Bildinfo

## Größen zur Auswahl

size-1024x1024 = 1024x1024 (quadratisch)
size-1024x1536 = 1024x1536 (Hochformat)
size-1536x1024 = 1536x1024 (Querformat)
size-2048x2048 = 2048x2048 (groß, quadratisch)
size-1152x2048 = 1152x2048 (hoch, 9:16)
size-2048x1152 = 2048x1152 (breit, 16:9)
size-1440x2560 = 1440x2560 (groß, 9:16)
size-2560x1440 = 2560x1440 (groß, 16:9)
size-2160x3840 = 2160x3840 (4K, 9:16)
size-3840x2160 = 3840x2160 (4K, 16:9)

model-with-end = { $model } (bei { $maker } bis { $day })
