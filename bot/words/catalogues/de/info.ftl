### Bildinfo und der Stammbaum eines Bildes.

## Titel, höchstens 100 Zeichen

info-title = Bildinfo
info-parents = Entstanden aus
info-tree = Stammbaum
info-back = Zurück zu …

## Die Felder der Bildinfo

field-by = Von
field-model = Modell
field-quality = Qualität
field-size = Größe
field-background = Hintergrund
field-format = Format
field-pictures = Bilder
field-seed = Seed
field-cost = Kosten
field-shown = Gezeigt
field-task = Aktion
field-aspect = Seitenverhältnis
field-state = Status
seed-own = zufällig
free = kostenlos
failed = fehlgeschlagen
# Welches der beiden Bilder einer Bearbeitung mit Maske gezeigt wird.
shown-exact = exakt: ins Original eingefügt
shown-cut-out = exakt: aus dem Original ausgeschnitten
shown-extended = exakt: um das Original herum ergänzt
shown-as-drawn = wie vom Modell gezeichnet
made-by = { $person } { $moment }

## Woraus es entstanden ist

uploads = { $pictures ->
        [one] - 1 eigenes Bild
       *[other] - { $pictures } eigene Bilder
    }
with-mask = - mit Maske: nur ein Teil wurde neu gemalt
with-marks = - mit Markierungen im Bild, die umgesetzt wurden
ancestor = - { $prompt } von { $person }
look = ansehen
nothing-known = - Bilder, die privat oder nicht mehr gespeichert sind
deleted = gelöscht
step-back = { $steps ->
        [one] { $steps } Schritt zurück
       *[other] { $steps } Schritte zurück
    }
step-back-of-several = { step-back }, Bild { $place } von { $places }

## Der Stammbaum; „privat“ steht auf einer Karte

tree-private = privat
tree-alone = Dieses Bild ist aus keinem anderen von Easel entstanden, und bisher keines aus ihm. Antworte darauf mit einer Änderung.
tree = Der Stammbaum dieses Bildes mit { $requests ->
        [one] { $requests } Anfrage
       *[other] { $requests } Anfragen
    }. Eingerahmt ist, wo du bist.
tree-alt = Ein Stammbaum aus { $pictures ->
        [one] { $pictures } Bild
       *[other] { $pictures } Bildern, jedes über denen, die daraus entstanden sind
    }.
tree-line = { $number } { $derived ->
        [true] aus { $parents }:{" "}
       *[false] {""}
    }{"**"}{ $change }{"**"} von { $person }
tree-line-kept = { $number } { $words }
tree-more = -# und { $requests } weitere
