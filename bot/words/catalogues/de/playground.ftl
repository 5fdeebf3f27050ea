### Der Playground: seine Seite und seine Begrüßung. „Viewing as“ und „more“ stehen dort auf Englisch.

## Die Seite

page-title = Easels Playground
page-brand = in SimCord
page-restart = Easel neu starten
page-restarting = Startet neu …
page-restart-failed = Neustart fehlgeschlagen: sieh im Terminal nach
page-apps = Apps

## Das kleine Discord

guild = Easel-Playground
topic-pictures = Tippe /, um die Befehle zu sehen
topic-gallery = Was Leute teilen
topic-moderators = Was gemeldet wurde
moderators = Moderation
mira = Mira (Moderation)

## Die Begrüßung: ein Titel, ein Text, Felder mit Titel und Text, und eine Zeile am Ende

welcome = Willkommen im Playground
where = Das ist der echte Bot in einem Discord, das nur auf diesem Computer läuft. Mit „Viewing as“ ganz oben bist du Ada, Bruno oder Mira, die moderiert. In weiteren Tabs kannst du mehrere zugleich sein.
title-make = Ein Bild erstellen
make = Tippe `/imagine` und dann, was zu sehen sein soll. Unter **more** findest du `n`, `quality`, `size` und den Rest.
title-change = Ein Bild ändern
change = Tippe `/edit`, was sich ändern soll, ein Bild und eine `mask`, die weiß ist, wo neu gemalt wird. Zwei Dateien zum Ausprobieren:
title-work-on = An einem Bild weiterarbeiten
work-on =
    Antworte auf ein Bild: `@Easel mach es zur Nacht`. Drück die Buttons darunter; mit **Bearbeiten** kannst du auch nur einen Teil ändern.
    Geh auf irgendein Bild und wähle **Apps** > **Bild bearbeiten**. Bei **Easel neu starten** ganz oben geht nichts verloren.
title-share = Teilen
share = **Teilen** unter deinem eigenen Bild hängt es in **# gallery**. Geh über die Kanalliste oben dorthin und gib ihm als jemand anders ein Herz, remixe oder melde es. Meldungen landen in **# moderators**, das nur Mira sieht. Als Mira zeigt dir `/settings` alles, was ein Server einstellen kann.
title-look-back = Zurückblicken
look-back = `/history` zeigt deine letzten Anfragen, `/usage` den Verbrauch, `/help` alles, was es gibt.
title-phrases = Sieh, was passiert, wenn …
phrases = … das hier in einem Prompt steht: `demo:slow=20` (zeigt seine Skizzen, und **Abbrechen** beendet es), `demo:refuse`, `demo:rate`, `demo:quota`, `demo:outage`, `demo:broken`, `demo:big`.
demo = Die Bilder zeichnet die eingebaute Demo-API, ohne KI-Modell. Nichts verlässt diesen Computer, nichts kostet etwas.
real = Die Bilder kommen vom Bilddienst aus deinen Einstellungen, und jedes kostet echtes Geld.
gone = Wenn du den Playground beendest, wird alles hier gelöscht.
