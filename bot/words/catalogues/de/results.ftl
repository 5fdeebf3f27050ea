### Die Zeile unter einem Ergebnis und was sonst dort steht.

wordless = Ein Prompt, den Discord hier blockiert
made-by = { $prompt } von { $asker }
demo = Demobild (ohne KI)
fewer = nur { $pictures } von { $asked } Bildern
re-encoded = Bild { $place } als { $kind }, wegen Discords Dateilimit
svg-left-out = SVG von Bild { $place } weggelassen, zu groß für Discord
svg-alone = -# Discord zeigt keine SVG-Dateien, und diese ließ sich nicht als PNG darstellen. Öffne sie im Browser.
came-opaque = { $pictures ->
        [one] -# Der Hintergrund ist nicht transparent geworden, obwohl `background` transparent gewünscht war.
       *[other] -# Nicht alle Hintergründe sind transparent geworden, obwohl `background` transparent gewünscht war.
    }
no-effect = -# { $options } { $count ->
        [one] hatte
       *[other] hatten
    } keine Wirkung: Der Bilddienst hier unterstützt das nicht.
size-exact = { $size } ins Original eingefügt
size-cut-out = { $size } aus dem Original ausgeschnitten
size-extended = { $size } um das Original herum ergänzt
size-as-drawn = { $size } wie gezeichnet
not-laid-in = { $which ->
        [alone] -# Es ließ sich nicht ins Original einfügen, darum siehst du es, wie das Modell es gezeichnet hat.
        [all] -# Keines ließ sich ins Original einfügen, darum siehst du sie, wie das Modell sie gezeichnet hat.
       *[some] { $pictures ->
            [one] -# { $pictures } davon ließ sich nicht ins Original einfügen, darum siehst du es, wie das Modell es gezeichnet hat.
           *[other] -# { $pictures } davon ließen sich nicht ins Original einfügen, darum siehst du sie, wie das Modell sie gezeichnet hat.
        }
    }
scaled-down = -# Es wurde vorher verkleinert, von { $before }: In dieser Größe erweitert wäre es größer, als ein Bild sein darf.
continued = { $place } von { $places }
late = { $asker }, das ist für dich:

## Alternativtexte

plain-alt = Bild { $place }. { wordless }.
alt = { $prompt }
alt-of-several = Bild { $place } von { $places }: { $prompt }
alt-edited = { $original }, bearbeitet: { $change }
changes-between = {"; "}
alt-made-from = Aus einem anderen Bild: { $change }
