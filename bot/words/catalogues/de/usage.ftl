### /usage, und das Diagramm und die Datei dazu.

someone-who-left = nicht mehr auf dem Server
forgotten = Personen mit gelöschten Daten
top-askers = Die meisten Anfragen
unknown-model = unbekanntes Modell

## Die erste Zeile der Datei

column-day = Tag (UTC)
column-user-id = Nutzer-ID
column-name = Name
column-model = Modell
column-pictures = Bilder
column-cost = Kosten in USD
column-lost = davon abgebrochen
column-by-server = davon über den Schlüssel dieses Servers

## Was eine Person verbraucht hat

you-used = **Dein Verbrauch:** { $sums }
free-here = { you-used } Hier ist das kostenlos.
sums = { $today } heute, { $month } diesen Monat.
sums-by-bot = { $today } heute, { $month } diesen Monat, bezahlt vom Bot.
by-servers = Über eigene Schlüssel von Servern kamen bei dir diesen Monat { $amount } dazu.
no-budget = Für dich gibt es hier kein Limit.
budget = - **{ $unit ->
        [microusd] { $left } von { $limit }
       *[pictures] { $left } von { $limit } Bildern
    }** { $scope ->
        [user] für dich
        [role] für dich (durch deine Rolle)
        [server] für diesen Server
       *[bot] für alle zusammen
    }{ $in_server ->
        [true] {" "}auf diesem Server
       *[false] {""}
    } { $period ->
        [day] heute
       *[month] diesen Monat
    } übrig; wird { $renews } zurückgesetzt
small-print = -# Unfertige Anfragen zählen mit ihren geschätzten Kosten. Tage und Monate sind in UTC.

## Was ein Server verbraucht hat

server-used = **Verbrauch dieses Servers:** { $sums }
by-own-key = Über den eigenen Schlüssel dieses Servers: { $sums }
nobody-asked = { $days ->
        [one] Am letzten Tag
       *[other] In den letzten { $days } Tagen
    } hat hier niemand ein Bild angefordert.
askers = { top-askers } { $days ->
        [one] am letzten Tag
       *[other] in den letzten { $days } Tagen
    }:
asker = { $place }. { $person }: { $amount }
by-model = Nach Modell: { $models }.
lost = Davon entfallen { $amount } auf Anfragen, die beim Zeichnen abgebrochen wurden.
refusals = Ohne Bild: { $refusals }.
refusal = { $count } × { $reason }
further-refusals = { $count } × andere Gründe
further-models = { $count } weitere in der Datei

pictures = { $pictures ->
        [one] { $pictures } Bild
       *[other] { $pictures } Bilder
    }
cost-of = { $cost } für { $pictures ->
        [one] { $pictures } Bild
       *[other] { $pictures } Bilder
    }

## Das Diagramm

chart-title-microusd = Kosten pro Tag
chart-title-pictures = Bilder pro Tag
chart-subtitle = { $days ->
        [one] Letzter Tag
       *[other] Letzte { $days } Tage
    }, insgesamt { $amount }
chart-alt = { $title }. { $subtitle }. { $bars }; an anderen Tagen nichts. { top-askers }: { $people }.
chart-bar = { $name }: { $amount }
