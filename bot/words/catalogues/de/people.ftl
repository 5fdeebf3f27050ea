### /forget me und /export me: löschen und herausgeben, was über eine Person gespeichert ist.

## Buttons, höchstens 80 Zeichen

forget-button-forget = Alles endgültig löschen
forget-button-keep = Behalten

## Löschen

forget-question =
    {"**"}Soll ich alles löschen, was ich über dich speichere?** Das lässt sich nicht rückgängig machen.
    {"**"}Gelöscht wird innerhalb einer Minute:**
    - alle deine Anfragen auf allen Servern: Prompts, Bilder, deine Dateien; was noch läuft, wird abgebrochen
    - alles, was du geteilt hast, und meine Nachrichten mit deinen Bildern
    - deine Herzen, Meldungen, Referenzbilder, Entwürfe und Einstellungen
    {"**"}Es bleibt:**
    - was ausgegeben wurde, ohne deinen Namen und ohne Prompt
    - Bilder, die andere aus deinen gemacht haben
    - eine Sperre gegen dich und was die Moderation getan hat, ohne deinen Namen
    -# { -slash-export-me } schickt dir vorher alles. Was du danach anforderst, speichere ich wieder wie gewohnt.
forgetting = Ich lösche alles, was ich über dich speichere …
forgetting-already = Ich bin schon dabei: Innerhalb einer Minute ist alles gelöscht, was ich über dich speichere.
kept = Ich habe nichts gelöscht.
forgotten = **Fertig.** { $requests ->
        [one] { $requests } Anfrage und alles, was dazugehört, ist gelöscht.
       *[other] { $requests } Anfragen und alles, was dazugehört, sind gelöscht.
    }
forgotten-nearly = **Fast fertig.** Alles ist gelöscht, außer was gerade entsteht. Das folgt, sobald es fertig ist.
messages-follow = Jetzt lösche ich die Nachrichten, in denen es zu sehen ist …
messages-deleted = { $messages ->
        [one] { $messages } Nachricht von mir damit ist gelöscht.
       *[other] { $messages } Nachrichten von mir damit sind gelöscht.
    }
shares-gone = { $pictures ->
        [one] { $pictures } geteiltes Bild ist aus der Galerie verschwunden.
       *[other] { $pictures } geteilte Bilder sind aus den Galerien verschwunden.
    }
messages-postponed = Bei { $messages ->
        [one] { $messages } Nachricht
       *[other] { $messages } Nachrichten
    } hat Discord nicht geantwortet. Ich versuche es, bis es klappt.
messages-refused = { $messages ->
        [one] { $messages } Nachricht
       *[other] { $messages } Nachrichten
    } lässt Discord mich nicht löschen, weil ich dort keinen Zugang mehr habe. Bitte die Moderation dort, zu löschen, was noch ein Bild von dir zeigt.

## Herausgeben

exporting = Ich packe alles zusammen, was ich über dich speichere. Es kommt hier in einer oder mehreren Zip-Dateien.
export-started = Ich packe alles zusammen, was ich über dich speichere, und schicke es dir per Direktnachricht.
export-whole = Alles, was ich über dich speichere.
export-part = Alles, was ich über dich speichere, Teil { $number } von { $parts }.
exported = Alles, was ich über dich speichere, ist in unseren Direktnachrichten, in { $files ->
        [one] { $files } Datei
       *[other] { $files } Dateien
    }.
# Eine Textdatei in der Zip-Datei: etwa 100 Zeichen pro Zeile. Die Dateinamen bleiben, wie sie sind.
export-readme =
    Das ist alles, was Easel über dich speichert.

    account.json       deine Einstellungen, deine Referenzbilder und die Meldungen, die du gemacht hast
    requests-*.json    deine Anfragen, was daraus wurde und was sie gekostet haben
    shares-*.json      was du geteilt hast
    hearts-*.json      wofür du ein Herz gegeben hast
    pictures/          deine Bilder: Nummer der Anfrage und Stelle darin; ein SVG liegt neben seinem PNG, und bei
                       einer Bearbeitung mit Maske das Bild des Modells neben dem exakten
    inputs/            deine mitgegebenen Dateien: Nummer der Anfrage und Stelle darin; bei einer Bearbeitung mit
                       Maske der geschickte Ausschnitt, die Maske, das Original und was darin markiert war

    Bei mehreren Zip-Dateien enthält jede einen Teil davon. Zeiten sind in UTC.
