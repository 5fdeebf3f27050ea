### /settings: Teile, Auswahlfelder, Buttons und Formulare, und was es zu jedem Teil sagt.

## Die Nachricht

overview-title = Easel auf diesem Server
overview-intro = Was hier eingestellt ist, geht den Vorgaben des Bots vor. Wähle unten, was du ändern willst.
overview-section = Was willst du ändern?

## Ihre Teile, höchstens 100 Zeichen

section-channels = Kanäle und Galerie
section-who = Wer und wo
section-models = Modelle und Optionen
section-defaults = Standardwerte
section-budgets = Limits
section-friendly = Inhaltsfilter
section-privacy = Privatsphäre
section-key = Eigener API-Schlüssel

## Auswahlfelder, höchstens 150 Zeichen

select-gallery-channel-id = Galerie: ein Text- oder Forum-Kanal
select-reports-channel-id = Meldungen: ein Kanal, den die Moderation liest
select-language = Sprache öffentlicher Antworten: leer ist die des Servers
select-doing = Wofür
select-where = Wo: leer heißt überall
select-whose = Für welche Rollen: leer heißt für alle
select-models = Modelle: leer heißt alle
select-qualities = Qualitäten: leer heißt alle
select-sizes = Größen: leer heißt alle
select-default-model = Modell: leer heißt Vorgabe des Bots
select-default-quality = Qualität: leer heißt Vorgabe des Bots
select-default-size = Größe: leer heißt Vorgabe des Bots
select-moderation = Wie streng der Bilddienst ist
select-low-moderation-channel-ids = Kanäle mit Altersbeschränkung, in denen der Bilddienst am wenigsten streng ist
select-budget = Limit für eine Rolle: Rolle wählen

## Buttons, höchstens 80 Zeichen

button-weekly-on = Bilder der Woche posten
button-weekly-off = Keine Bilder der Woche
button-streaming-on = Bilder schon beim Zeichnen zeigen
button-streaming-off = Bilder nicht beim Zeichnen zeigen
button-masked-edits-on = Mit Maske: Rest exakt erhalten
button-masked-edits-off = Mit Maske: wie vom Modell gezeichnet
button-uploads-on = Uploads von Mitgliedern dürfen bearbeitet werden
button-uploads-off = Niemand darf Uploads anderer bearbeiten
button-n-limit = Bilder pro Anfrage
button-default-n = Bilder pro Anfrage
button-user = Limit je Mitglied
button-server = Limit des Servers
button-limits = Offene Anfragen
button-words = Wortliste
button-correct = Korrigieren

## Was auf Kanäle und Rollen beschränkt werden kann, höchstens 100 Zeichen

doing-imagine = Bilder erstellen
doing-edit = Bilder bearbeiten
doing-share = In der Galerie teilen

## Wie streng der Bilddienst ist; das erste Wort ist sein eigener Name dafür; höchstens 100 Zeichen

moderation-auto = auto: so streng wie vom Bilddienst vorgesehen
moderation-low = low: so wenig streng wie möglich

## Titel von Formularen, höchstens 45 Zeichen

form-n-limit = Höchstens so viele Bilder pro Anfrage
form-default-n = Wie viele Bilder, wenn nichts angegeben ist
form-user = Limit je Mitglied
form-role = Limit je Mitglied einer Rolle
form-server = Limit des ganzen Servers
form-limits = Wie viele Anfragen zugleich offen sein dürfen
form-words = Verbotene Wörter und Wendungen

## Felder von Formularen, höchstens 45 Zeichen

field-n-limit = Bilder
field-default-n = Bilder
field-pictures-day = Bilder pro Tag
field-pictures-month = Bilder pro Monat
field-microusd-day = Dollar pro Tag
field-microusd-month = Dollar pro Monat
field-jobs-per-user = Je Mitglied
field-jobs-per-server = Auf dem ganzen Server
field-words = Ein Wort oder eine Wendung pro Zeile

## Unter Feldern, höchstens 100 Zeichen

empty-is-inherited = Leer lassen für die Vorgabe des Bots
words-hint = Nur als ganzes Wort; Großschreibung, Akzente und ähnliche Zeichen spielen keine Rolle

## Eingaben, die nicht gehen

not-a-count = **{ $field }**: „{ $typed }“ ist keine Zahl von { $least } bis { $most }. Es wurde nichts geändert; korrigiere es mit dem Button unten.
not-an-amount = **{ $field }**: „{ $typed }“ ist { $unit ->
        [pictures] keine ganze Zahl wie 20
       *[dollars] kein Betrag wie 2.50
    }. Es wurde nichts geändert; korrigiere es mit dem Button unten.
quoted = „{ $typed }“
words-left-out = Weggelassen, { $full ->
        [true] weil die Liste zu lang ist
       *[false] weil weder Buchstabe noch Ziffer darin vorkommt
    }: { $words }. Der Rest ist gespeichert.

## Was eingestellt ist und was der Bot vorgibt

line = **{ $name }**: { $value }
line-inherited = **{ $name }**: *Vorgabe: { $value }*
line-name-gallery = Galerie
line-name-reports = Meldungen
line-name-weekly = Bilder der Woche
line-name-language = Sprache
line-name-models = Modelle
line-name-qualities = Qualitäten
line-name-sizes = Größen
line-name-n-limit = Bilder pro Anfrage
line-name-streaming = Schon beim Zeichnen zeigen
line-name-masked-edits = Bearbeitungen mit Maske
masked-edits-exact = exakt, nur Markiertes ändert sich
masked-edits-as-drawn = wie vom Modell gezeichnet
line-name-default-model = Modell
line-name-default-quality = Qualität
line-name-default-size = Größe
line-name-default-n = Bilder
line-name-jobs-per-user = Offene Anfragen je Mitglied
line-name-jobs-per-server = Offene Anfragen auf dem Server
line-name-words = Verbotene Wörter und Wendungen
line-name-strictness = Strenge des Bilddienstes
line-name-lowest-strictness = Geringste Strenge
line-name-uploads = Uploads von Mitgliedern
on = an
off = aus
none = keine
none-to-share = keine, Teilen ist nicht möglich
language-of-discord = die des Servers in Discord
all-of = alle ({ $names })
all-of-model = alles, was das Modell kann
up-to = bis zu { $number }
at-most = höchstens { $number }
instead = { $value }, denn { $own } geht hier nicht
everybody-everywhere = alle, überall
opening = { $in_channels ->
        [true] nur in { $channels }
       *[false] überall
    }, { $for_roles ->
        [true] nur für { $roles }
       *[false] für alle
    }
strictness-own = wie vom Bilddienst vorgesehen
in-channels = in { $channels }
in-no-channel = in keinem Kanal
uploads = { $edited ->
        [true] andere dürfen sie bearbeiten
       *[false] niemand sonst darf sie bearbeiten
    }

## Warnungen auf eigenen Zeilen

channel-gone = ⚠️ Den Kanal gibt es nicht mehr, oder ich kann ihn nicht sehen.
channel-lacks = ⚠️ Dort fehlende Berechtigungen: { $permissions }.
limit-lower = ⚠️ Das Limit des Bots ({ $limit }) ist niedriger.
unmarked = ⚠️ Gilt nicht in { $channels }: ohne Altersbeschränkung bei Discord.
strictness-unknown = ⚠️ Beim Bilddienst dieses Bots lässt sich die Strenge nicht einstellen.
misfit = ⚠️ { $setting } { $values } hat keine Wirkung: { $why ->
        [off] Der Bot hat das nicht oder nicht mehr
        [over] Das Limit des Bots ist niedriger
       *[outside] Das ist hier nicht erlaubt
    }.
misfit-models = Modell
misfit-qualities = Qualität
misfit-n-limit = Bilder pro Anfrage
misfit-default-model = Standardmodell
misfit-default-quality = Standardqualität
misfit-default-size = Standardgröße
misfit-default-n = Standardanzahl

## Limits

budgets-none = **Limits**: keine eigenen
budgets-by-key = *Vorgabe: keine, denn dieser Server zahlt mit seinem eigenen Schlüssel*
budgets-inherited-none = *Vorgabe: kein Limit*
budgets-inherited = *Vorgabe des Bots, gilt zusätzlich:*
budget-line = { $scope ->
        [role] Je Mitglied mit { $role }
        [user] Je Mitglied
        [server] Ganzer Server
       *[bot] Alle zusammen
    }: { $amounts }
budget-money = { $amount } pro { $period ->
        [day] Tag
       *[month] Monat
    }
budget-pictures = { $amount } { $amount ->
        [one] Bild
       *[other] Bilder
    } pro { $period ->
        [day] Tag
       *[month] Monat
    }
budgets-more = und { $more } weitere
