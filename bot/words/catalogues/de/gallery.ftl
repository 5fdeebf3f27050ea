### Teilen: was unter einem geteilten Bild steht, das Formular, /gallery, Themen, die Bilder der Woche.

## Buttons, höchstens 80 Zeichen

share-button-share = Teilen
share-button-remix = Remixen
share-button-info = Info
share-button-report = Melden
share-button-unshare = Nicht mehr teilen
share-button-previous = Zurück
share-button-next = Weiter
share-button-another = Noch eins

## Das Formular hinter „Teilen“: Titel und Felder, höchstens 45 Zeichen

share-form-title = Auf diesem Server teilen
share-form-prompt = Der Prompt
share-form-show = Unter dem Bild zeigen
share-form-hide = Für mich behalten
share-form-theme = Zu welchem Thema?
share-form-no-theme = Zu keinem

## Ein geteiltes Bild und seine Nachricht

hidden = Dieses Bild ist verborgen, bis es die Moderation geprüft hat.
hidden-title = Vorerst verborgen
gone-title = Zurückgezogen
secret-title = Ein Bild mit geheimem Prompt
secret-alt = Ein Bild, das ohne seinen Prompt geteilt wurde.
shared-by = { $prompt } von { $person }
shared-by-secret = Von { $person }, der Prompt bleibt geheim
shared-for = zu **{ $theme }**
shared = Geteilt: [Bild ansehen]({ $link })
shared-hint = -# Mit { -slash-gallery-mine } kannst du es zurückziehen.
shared-nowhere = Geteilt.
unshared = Zurückgezogen, samt allen Nachrichten damit.
unshared-but = Zurückgezogen, aber hier lässt Discord mich die Nachricht nicht löschen: { $links }
left-message = Nachricht { $number }
unshared-hint = Ich versuche es weiter. Die Moderation kann sie auch von Hand löschen.
info-hearts = Herzen
info-shared = Geteilt
prompt-for-you = -# Nur du siehst diesen Prompt.
prompt-kept = { $person } behält den Prompt für sich.

## /gallery

nothing-gallery = Hier ist noch nichts Passendes geteilt. Teile eines deiner Bilder mit dem Button darunter.
nothing-mine = Du hast hier noch nichts geteilt. Das geht mit dem Button „Teilen“ unter deinen Ergebnissen.
page-by = von { $person }
page-place = { $head } · { $place } von { $count }
page-hidden = -# Für andere verborgen, bis es die Moderation geprüft hat.
head = { $order ->
        [top] Meiste Herzen
       *[new] Neueste Bilder
    }, { $span ->
        [week] letzte 7 Tage
        [month] letzte 30 Tage
       *[ever] gesamter Zeitraum
    }{ $of_one ->
        [true] , von { $by }
       *[false] {""}
    }
head-mine = Was du hier geteilt hast
head-random = Zufälliges Bild

## Themen

no-themes = Hier läuft gerade kein Thema.
theme-opened = Das Thema **{ $theme }** läuft bis { $until }. Bilder dazu landen in { $channel }; wählen kannst du es im Formular hinter „Teilen“.
theme-closed = Das Thema **{ $theme }** ist beendet. Die Bilder mit den meisten Herzen verkünde ich in { $channel }.
theme-line = - **{ $theme }** in { $channel }, bis { $until }
theme-over = Thema beendet: { $theme }
theme-best = Die meisten Herzen haben:
theme-none-hearted = Kein Bild dazu hat ein Herz bekommen.

## Bilder der Woche

week-title = Bilder der Woche
week-line = { $number }. von { $person } · { $hearts }
sheet-alt = Ein Bogen mit { $pictures ->
        [one] { $pictures } Vorschaubild, nummeriert
       *[other] { $pictures } Vorschaubildern, nummeriert
    } wie in der Liste.
hearts = { $hearts ->
        [one] { $hearts } Herz
       *[other] { $hearts } Herzen
    }
