### Meldungen, Entscheidungen der Moderation, Sperren und das Protokoll.

## Das Formular zum Melden: Titel und Felder, höchstens 45 Zeichen

report-title = Der Moderation melden
report-reason = Was stimmt damit nicht?
report-words = Sollte die Moderation noch etwas wissen?

## Unter einem Feld, und Gründe zur Auswahl: höchstens 100 Zeichen

report-hint = Das liest die Moderation dieses Servers. Sie erfährt nicht, wer du bist.
reason-sexual = Sexuell
reason-violent = Gewalttätig oder verstörend
reason-hateful = Hasserfüllt oder beleidigend
reason-person = Es zeigt jemanden, der das nicht möchte
reason-other = Etwas anderes

## Was aus einer Meldung wurde

reported-taken = Danke. Die Moderation bekommt es zu sehen; bis dahin bleibt das Bild, wo es ist.
reported-hides = Danke. Auch andere haben es gemeldet, darum ist das Bild verborgen, bis die Moderation entscheidet.
reported-known = Du hast dieses Bild schon gemeldet. Die Moderation weiß Bescheid; jede Person zählt einmal.

## Die Buttons eines Falls, höchstens 80 Zeichen

verdict-keep = Behalten
verdict-hide = Verbergen
verdict-delete = Löschen
verdict-reopen = Neu entscheiden
verdict-mute-hour = 1 Stunde sperren
verdict-mute-day = 1 Tag sperren
verdict-mute = Dauerhaft sperren
case-button-further = Weitere
case-button-older = Ältere
look = Nr. { $place } ansehen

## Ein Fall: ein gemeldetes Bild

case-title = Ein gemeldetes Bild
filtered = -# Discords Filter lässt das Bild hier nicht zu.
blocked = -# Discord blockiert hier Wörter des Prompts oder der Meldungen; { -slash-reports } zeigt sie.
count = { $reports ->
        [one] 1 Meldung
       *[other] { $reports } Meldungen
    }
by = Von { $person }
by-small = { $place }. Von { $person } · { $count } · { $standing }
not-kept = -# Das Bild ist nicht mehr gespeichert.
prompt-secret = -# Der Prompt ist in der Galerie nicht zu sehen, und auch hier nicht.
reason-line = - { $reason }: { $number }
quote = > „{ $words }“
someone = jemand (Daten gelöscht)
standing-shared = sichtbar, bis ihr entscheidet
standing-hidden = verborgen, bis ihr entscheidet
standing-gone = inzwischen zurückgezogen; nur wenn ihr es behaltet, kann es wieder geteilt werden
standing-decided = { $state ->
        [kept] behalten
        [hidden] verborgen
       *[deleted] gelöscht
    } von { $person }

## Was aus einer Entscheidung wurde

decided-already = { $person } hat hier schon entschieden: { $state ->
        [kept] behalten
        [hidden] verborgen
       *[deleted] gelöscht
    }.
waits-already = Über dieses Bild ist noch nicht entschieden.
decided-mute = { $person } ist { $time ->
        [hour] für 1 Stunde
        [day] für 1 Tag
       *[ever] dauerhaft
    } gesperrt.{ $waits ->
        [true] {" "}Über das Bild ist noch zu entscheiden.
       *[false] {""}
    }
decided-keep = Das Bild bleibt. Erst wenn drei andere es melden, wird es wieder verborgen.
decided-keep-gone = Das Bild wurde inzwischen zurückgezogen. Es darf hier wieder geteilt werden.
decided-hide = Das Bild ist verborgen.
decided-delete = Das Bild ist aus der Galerie gelöscht und kann hier nicht wieder geteilt werden.
decided-reopen = Über das Bild kann neu entschieden werden; bis dahin bleibt es, wie es ist.
messages-left = { $messages ->
        [one] Eine Nachricht
       *[other] { $messages } Nachrichten
    } mit dem Bild lässt Discord mich noch nicht ändern. Ich versuche es weiter.

## Listen

cases = Über diese gemeldeten Bilder ist noch zu entscheiden:
no-cases = Keine Meldung ist offen.
no-further-cases = Keine weitere Meldung ist offen.
nothing-on-record = Hier ist noch nichts protokolliert.

## Sperren

for-good = dauerhaft
until = bis { $moment }
nobody-muted = Hier ist niemand gesperrt.
muted-line = - { $person } { $until }, von { $moderator }
muted-more = { $more ->
        [one] - und 1 weitere Person
       *[other] - und { $more } weitere
    }
muted-now = { $person } ist { $until } für Easel gesperrt. { -slash-unmute } hebt das auf.
unmuted-now = { $person } kann Easel wieder benutzen.
was-not-muted = { $person } ist nicht gesperrt.

## Was getan wurde, im Protokoll: ein Zeitpunkt, wer es war, und das hier

entry = { $moment } { $who } { $action }
entry-reports = Automatisch:
action-hidden-reports = Bild von { $whom } nach { $reports ->
        [one] 1 Meldung
       *[other] { $reports } Meldungen
    } verborgen
action-kept = hat ein Bild von { $whom } trotz { $reports ->
        [one] 1 Meldung
       *[other] { $reports } Meldungen
    } behalten
action-hidden = hat ein Bild von { $whom } nach { $reports ->
        [one] 1 Meldung
       *[other] { $reports } Meldungen
    } verborgen
action-deleted = hat ein Bild von { $whom } nach { $reports ->
        [one] 1 Meldung
       *[other] { $reports } Meldungen
    } gelöscht
action-reopened = hat die Entscheidung über ein Bild von { $whom } neu eröffnet
action-muted = hat { $whom } { $until } gesperrt
action-unmuted = hat { $whom } entsperrt
action-theme-opened = hat ein Thema gestartet
action-theme-closed = hat ein Thema beendet
action-settings = hat die Einstellungen geändert
action-key-entered = hat einen eigenen Schlüssel dieses Servers für den Bilddienst eingetragen
action-key-removed = hat den eigenen Schlüssel dieses Servers für den Bilddienst entfernt
