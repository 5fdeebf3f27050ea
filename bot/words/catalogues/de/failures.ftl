### Was schiefging: was passiert ist, was man tun kann, und ob es etwas gekostet hat.
### Was in `…` steht, tippen Leute; es bleibt, wie es ist.

## Teile, die sich die Sätze teilen

# Ein eigener Satz am Ende; der Punkt steht dahinter. Er fehlt, wo ohnehin nichts kosten kann (Galerie, Rechte, Export).
free = Es hat nichts gekostet
cost = { $charge ->
       *[free] { free }
        [unsure] Vielleicht berechnet der Bilddienst es trotzdem
        [all] Der Bilddienst war schon an der Arbeit, darum zählt es für deine Limits
        [part] Der Bilddienst war schon an der Arbeit, darum zählt es zu { $percent } % für deine Limits
    }
paid = { $free ->
        [true] Es hat nichts gekostet
       *[false] Bezahlt ist es trotzdem
    }
# Ein eigener Satz am Anfang.
made = { $posted ->
        [0] Das Bild ist fertig, aber nicht gepostet.
       *[other] Gepostet { $posted ->
            [one] ist { $posted }
           *[other] sind { $posted }
        } von { $pictures } Bildern, das nächste nicht.
    }

here = { $where ->
        [here] hier
       *[elsewhere] in { $channel }
    }
here-if-here = { $where ->
        [here] {" "}hier
       *[elsewhere] {""}
    }
# Steht hinter „in“.
this-channel = { $where ->
        [here] diesem Kanal
       *[elsewhere] { $channel }
    }
# Steht hinter „auf“.
this-server = { $where ->
        [here] diesem Server
       *[elsewhere] dem Server von { $channel }
    }
this-server-first = Auf { this-server }

# Steht hinter „nur für“.
standing-asker = die Person hinter der Anfrage
standing-channel-moderator = die Moderation
standing-manager = die Serververwaltung
standing-member = Mitglieder des Servers
standing-moderator = die Moderation
standing-or = {" oder "}

## Ohne eigenen Fehler

failed-plainly = Diese Anfrage ist fehlgeschlagen, und Discord blockiert die Begründung. In /history kannst du sie lesen.
unreadable = Da ist etwas dabei, das ich nicht lesen kann, zum Beispiel eine Umfrage. Versuch es ohne oder bei einer anderen Nachricht. Es hat nichts gekostet.
form-over = Dieses Formular ist zu alt, oder Easel wurde inzwischen neu gestartet. Öffne es noch einmal. Es wurde nichts abgeschickt.

## Die Fehler

prompt-blank = Der Prompt ist leer. Schreib, was auf dem Bild zu sehen sein soll. { free }.
prompt-too-long = Der Prompt hat { $length } Zeichen, erlaubt sind { $limit }. Kürze ihn und versuch es nochmal. { free }.
prompt-too-long-for-model = Der Prompt ist zu lang für { $model }{ $has_limit ->
        [true] {" "}(höchstens { $limit } Zeichen)
       *[false] {""}
    }. Kürze ihn oder nimm ein anderes `model`. { free }.
request-too-large = { $pictures ->
        [0] Die Anfrage ist zu groß für den Bilddienst. Kürze den Prompt und versuch es nochmal
       *[other] Die Bilder sind zusammen zu groß für den Bilddienst. Verkleinere sie oder nimm weniger
    }. { free }.
format-not-granted = Das Konto dieses Bots beim Bilddienst hat keinen Zugriff auf `format` { $output_format } mit { $model }. Nimm png, webp oder jpeg. { free }.
edits-not-offered = Der Bilddienst{ here-if-here } kann Bilder nur erstellen, nicht bearbeiten. Nimm stattdessen /imagine. { free }.
mask-not-offered = Der Bilddienst{ here-if-here } kann nichts mit Masken anfangen. Lass `mask` weg und schreib, was sich ändern soll. { free }.
mask-for-several-pictures = Eine Maske geht{ here-if-here } nur mit einem einzigen Bild, du hast { $pictures } angegeben. Lass die Maske oder die weiteren Bilder weg. { free }.
too-many-pictures = Das wären { $pictures } Bilder, erlaubt sind { $limit }. Lass welche weg oder leere deine Referenzbilder mit /references. { free }.
no-picture-there = In dieser Nachricht ist kein Bild, mit dem ich arbeiten kann. Nimm ein angehängtes statt eines verlinkten, oder häng es selbst an. { free }.
picture-out-of-sight = Discord zeigt mir nicht, was andere an ihre Nachrichten hängen. Öffne stattdessen das Menü der Nachricht und wähle Apps > Bild bearbeiten. { free }.
no-such-picture = Bild { $place } gibt es in dieser Nachricht nicht; { $pictures ->
        [one] sie hat nur 1 Bild
       *[other] sie hat { $pictures } Bilder
    }. Beginn mit einer anderen Zahl. { free }.
nothing-larger = { $model } macht in dieser Form kein größeres Bild. Bearbeite es mit einem anderen `model`. { free }.
already-that-shape = Das Bild ist schon { $aspect }, es gibt nichts zu ergänzen. Nimm ein anderes `aspect`. { free }.
aspect-not-taken = { $beside ->
        [mask] `aspect` ergänzt das Bild, `mask` ändert etwas darin. Lass eines von beiden weg
        [size] `aspect` legt schon fest, wie groß das Bild wird. Lass `size` weg
        [preview] Was `aspect` ergänzt, liegt neben dem Bild, da gibt es nichts auszuwählen. Lass `preview` weg
       *[nothing] `aspect` ergänzt ein Bild, das es schon gibt. Nimm `size` für ein neues
    }. { free }.
extended-too-far = Damit würde das Bild länger als { $limit }:1, und das macht { $model } nicht. Erweitere es erst in die andere Richtung oder nimm ein anderes `model`. { free }.
area-not-taken = { $as_drawn ->
        [true] `area` { $area } geht nur bei exakten Bearbeitungen, und die sind { here } ausgeschaltet. Lass `area` weg, oder wende dich an die Serververwaltung oder die Person, die den Bot betreibt
       *[false] `area` { $area } sagt, wie viel vom Bild zusammen mit einer Maske geschickt wird, aber es gibt keine Maske. Gib eine als `mask` an oder lass `area` weg
    }. { free }.
unsupported-image = { $known ->
        [yes] `{ $label }` ist eine { $found }-Datei, aber von einer Art, die ich nicht lesen kann
        [no] `{ $label }` ist vom Typ { $found }; ich brauche ein Bild als { $formats }
       *[unclear] `{ $label }` ist kein Bild, das ich lesen kann; ich brauche { $formats }
    }. { $found ->
        [HEIC] Stell auf dem iPhone unter Kamera > Formate „Maximale Kompatibilität“ ein, oder häng einen Screenshot an
       *[other] Speichere es als PNG oder JPEG und häng das an
    }. { free }.
broken-image = Die Datei in `{ $label }` ist unvollständig oder beschädigt, darum kann ich das Bild nicht lesen. Öffne sie, speichere sie neu und häng sie noch einmal an. { free }.
file-too-large = Die Datei in `{ $label }` ist größer als { $limit_mib } MiB. Speichere sie kleiner oder als JPEG und versuch es nochmal. { free }.
too-many-pixels = Das Bild in `{ $label }` hat { $size } Pixel, in diesem Format gehen höchstens { $limit_megapixels } Megapixel. Verkleinere es und versuch es nochmal. { free }.
side-too-long = Das Bild in `{ $label }` hat { $size } Pixel, die längste Seite darf höchstens { $limit_side } haben. Schneide es zu oder verkleinere es und versuch es nochmal. { free }.
image-too-complex = Die Datei in `{ $label }` braucht zu viel Speicher oder Zeit zum Lesen. Speichere sie kleiner oder als einfaches JPEG oder PNG und versuch es nochmal. { free }.
foreign-file = Die Datei in `{ $label }` liegt nicht auf einem Server von Discord. Häng die Datei selbst an. { free }.
file-unavailable = Discord hat die Datei in `{ $label }` nicht herausgegeben. Häng sie noch einmal an und versuch es nochmal. { free }.
mask-of-another-shape = Die Maske ist { $mask_size } und das Bild { $image_size }, das passt nicht zusammen. Nimm eine Maske in der Größe des Bildes oder mit demselben Seitenverhältnis. { free }.
mask-too-detailed = Die Maske ist zu detailliert: Sie hat { $size_mib } MiB, es müssen weniger als { $limit_mib } MiB sein. Nimm einfache Flächen in Schwarz und Weiß oder ein kleineres Bild. { free }.
not-allowed = Ich darf { here } keine Bilder posten. Fehlende Berechtigungen: { $permission_names }. Bitte die Moderation darum oder nimm einen anderen Kanal. { free }.
budget-spent = { $left ->
        [0] Für { $period ->
            [month] diesen Monat
           *[day] heute
        } ist { budget-whose } ausgeschöpft{ $unit ->
            [pictures] {" "}({ $limit ->
                [one] { $limit } Bild
               *[other] { $limit } Bilder
            })
           *[microusd] {""}
        }
       *[other] Das übersteigt { budget-whose } für { $period ->
            [month] diesen Monat
           *[day] heute
        }; übrig { $unit ->
            [microusd] sind { $price_left }
           *[pictures] { $left ->
                [one] ist { $left } von { $limit } Bildern
               *[other] sind { $left } von { $limit } Bildern
            }
        }
    }. Es wird { $renews } zurückgesetzt. { free }.
budget-whose = { $scope ->
        [user] dein Limit
        [role] das Limit deiner Rolle
        [server] das Limit auf { this-server }
       *[bot] das Limit des ganzen Bots
    }{ $in_server ->
        [true] {" "}auf { this-server }
       *[false] {""}
    }
queue-full = Es warten schon { $waiting } Anfragen, mehr als { $limit } gehen nicht. Versuch es in ein paar Minuten nochmal. { free }.
too-many-jobs = { $scope ->
        [user] Du hast
        [here] Du hast auf { this-server }
       *[server] Auf { this-server } gibt es
    } schon { $open ->
        [one] { $open } offene Anfrage
       *[other] { $open } offene Anfragen
    }, erlaubt { $limit ->
        [one] ist { $limit }
       *[other] sind { $limit }
    }. Warte, bis eine fertig ist. { free }.
cancelled = Diese Anfrage hat { $is_known ->
        [true] { $by } abgebrochen
       *[false] jemand abgebrochen, dessen Daten inzwischen gelöscht sind
    }. Du kannst jederzeit neu anfragen. { cost }.
rate-limited = Der Bilddienst ist gerade überlastet und hat die Anfrage abgewiesen. Du kannst es { wait } nochmal versuchen. { cost }.
provider-down = Der Bilddienst hat nicht geantwortet oder die Verbindung ist abgerissen. Versuch es in ein paar Minuten nochmal. { cost }.
provider-timed-out = Der Bilddienst ist nicht rechtzeitig fertig geworden. Versuch es mit niedrigerer Qualität oder weniger Bildern. { cost }.
provider-paused = Der Bilddienst fällt gerade für alle aus, darum habe ich ihn nicht gefragt. Du kannst es { wait } nochmal versuchen. { cost }.
wait = { $has_wait ->
        [true] { $wait }
        [soon] in einem Moment
       *[false] in einer Minute
    }
organization-unverified = Der Bilddienst gibt { $model } nur verifizierten Organisationen. Nimm ein anderes `model`, oder bitte die Person, die den Bot betreibt, sich zu verifizieren. { cost }.
account-blocked = Der Bilddienst hat das Konto dieses Bots gesperrt. Das kann nur klären, wer den Bot betreibt. { cost }.
address-wrong = Unter der eingestellten Adresse gibt es keinen Bilddienst. Das kann nur korrigieren, wer den Bot betreibt. { cost }.
empty-answer = Der Bilddienst hat kein Bild geliefert, vielleicht wegen seines Sicherheitssystems. Formuliere es anders und versuch es nochmal. { cost }.
key-rejected = Der Bilddienst nimmt den Schlüssel dieses Bots nicht an. Das kann nur beheben, wer den Bot betreibt. { cost }.
out-of-money = Das Guthaben dieses Bots beim Bilddienst ist leer oder sein Limit erreicht. Aufladen kann nur, wer den Bot betreibt. { cost }.
model-unknown = Der Bilddienst hat das Modell { $model } nicht oder nicht mehr. Nimm ein anderes `model`. { cost }.
request-rejected = Der Bilddienst hat die Anfrage so nicht angenommen. Versuch andere Optionen, oder sag der Person Bescheid, die den Bot betreibt. { cost }.
bad-answer = Der Bilddienst hat kein vollständiges Bild geschickt. Versuch es gleich nochmal. { cost }.
interrupted = Easel wurde beendet, bevor diese Anfrage fertig war. Versuch es in ein paar Minuten nochmal. { cost }.
outcome-unknown = Easel wurde beendet, während der Bilddienst an der Arbeit war; was daraus wurde, ist unbekannt. Dir wurde nichts berechnet. Drück den Button, um nochmal anzufragen.
unexpected = In Easel selbst ist etwas schiefgegangen; die Details stehen im Log. Versuch es später nochmal. Ob es etwas gekostet hat, ist nicht bekannt.
too-late = Deine letzte Anfrage kam zu spät bei Easel an, und Discord hat dir gemeldet, dass niemand antwortet. Versuch es nochmal. { cost }.
place-closed = { $asleep ->
        [true] Der Thread ist archiviert oder gesperrt, darum kann ich { here } nicht antworten. Lass ihn wieder öffnen oder frag in einem anderen Kanal
       *[false] Discord lässt mich { here } nicht antworten. Bitte die Moderation, mir Zugang zu geben, oder nimm einen anderen Kanal
    }. { cost }.
storage-down = Easel kann gerade nichts speichern, weil seine Datenbank oder sein Speicher nicht antwortet. Versuch es in ein paar Minuten nochmal. { free }.
server-key-unreadable = Dieser Server hat einen eigenen Schlüssel für den Bilddienst, den ich nicht mehr lesen kann. Die Serververwaltung kann ihn in /settings neu eintragen. { free }.
server-key-changed = Der Schlüssel, der dafür zahlen sollte, wurde in der Zwischenzeit entfernt oder geändert. Versuch es nochmal. { free }.
not-yours = Das kann nur, wer diese Bilder angefordert hat. Deine eigenen findest du in /history.
not-for-you = Das ist { here } nur für { $whose } gedacht. Frag dort nach.
closed-here = Auf { this-server } geht das nur{ $in_channels ->
        [true] {" "}in { $channels }
        [elsewhere] {" "}in anderen Kanälen
       *[false] {""}
    }{ $for_roles ->
        [true] {" "}für { $roles }
       *[false] {""}
    }. Ändern kann das die Moderation.{ $doing ->
        [share] {""}
       *[other] {" "}{ free }.
    }
muted = Die Moderation hat dich auf { this-server } { $has_end ->
        [true] bis { $until }
       *[false] dauerhaft
    } für Easel gesperrt. Den Grund erfährst du von ihr.
word-refused = Dein Prompt enthält ein Wort oder eine Wendung, die auf { this-server } nicht erlaubt ist. Formuliere es anders. { free }.
export-too-soon = Du hast deine Daten in der letzten Stunde schon angefordert. Das geht { $next } wieder.
messages-closed = Discord lässt mich dir keine Direktnachricht schreiben, und deine Daten soll sonst niemand sehen. Erlaube Direktnachrichten in den Privatsphäre-Einstellungen dieses Servers oder schreib mir zuerst, und versuch es dann nochmal.
no-gallery = Es gibt{ here-if-here } keine Galerie zum Teilen. Die Serververwaltung kann mit /settings einen Kanal dafür wählen.
gallery-closed = { $why ->
        [filtered] Discords Filter hält das Bild für anstößig und lässt es niemanden im { gallery-channel } posten. Nur ein anderes Bild käme durch
        [refused] Im { gallery-channel } darf ich nicht posten. Die Serververwaltung kann mir Zugang geben oder mit /settings einen anderen Kanal wählen
       *[lost] Discord hat das Bild für den { gallery-channel } nicht angenommen. Versuch es in ein paar Minuten nochmal
    }.
# Steht hinter „im“ und „den“.
gallery-channel = Galeriekanal{ $has_channel ->
        [true] {" "}{ $gallery }
       *[false] {""}
    }
shared-already = Dieses Bild ist auf { this-server } schon geteilt. Mit /gallery mine kannst du es ansehen und zurückziehen.
not-shared = Dieses Bild wird nicht mehr geteilt. Andere findest du mit /gallery new.
own-picture = { $act ->
        [heart] Das ist dein eigenes Bild, Herzen zählen nur von anderen. Ihre Bilder findest du mit /gallery new
       *[report] Das ist dein eigenes Bild, Meldungen zählen nur von anderen. Zurückziehen kannst du es mit /gallery mine
    }.
theme-over = Dieses Thema ist beendet oder hat nie existiert. Laufende Themen zeigt /theme list.
barred-here = Dieses Bild wurde{ here-if-here } gemeldet, und die Moderation hat es nicht behalten. Frag dort nach oder teile ein anderes.
moderation-lower = Dieses Bild ist mit schwächerer Inhaltsprüfung entstanden, als in diesem Kanal gilt. Es bleibt, wo es ist.
edits-forbidden = { $by ->
        [server] Auf { this-server } darf niemand sonst dieses Bild bearbeiten
       *[person] Die Person, der dieses Bild gehört, erlaubt keine Bearbeitung
    }. Nimm eines deiner eigenen Bilder. { free }.
draft-over = Diese Änderung ist abgeschickt, verworfen oder über eine Stunde alt. Beginn noch einmal mit „Bearbeiten“.
request-forgotten = Ich habe diese Anfrage nicht mehr. Frag noch einmal an und wähle das Modell selbst. { free }.
not-made-yet = Diese Anfrage hat noch keine Bilder. Sieh später noch einmal in /history nach.
pictures-gone = Diese Bilder sind nicht mehr gespeichert. Erstell neue mit /imagine.
too-large-to-post = { made } Selbst neu codiert ist es { here } zu groß für Discords Dateilimit. Du findest es in /history; eine kleinere `size` oder `format` jpeg würde passen. { paid }.
channel-closed = { made } Ich kann in { this-channel } nicht mehr posten. Hol es dir aus /history oder bitte die Moderation, mir Zugang zu geben. { paid }.
thread-closed = { made } Der Thread ist archiviert oder gesperrt, darum kann ich { here } nichts posten. Hol es dir aus /history oder lass den Thread wieder öffnen. { paid }.
picture-filtered = { made } Discords Filter hält es für anstößig und lässt es { here } niemanden posten. Nur ein anderes Bild käme durch, formuliere es also anders. { paid }.
discord-down = { made } Discord hat es auch nach mehreren Versuchen nicht angenommen. Hol es dir in ein paar Minuten aus /history. { paid }.
options-conflict = `{ $option }` { $value } passt nicht zu `{ $other }` { $other_value }. Nimm { $choices } als `{ $other }`. { free }.
mask-marks-nothing = { $how ->
        [chosen] So würde nichts neu gemalt. Wähle einen anderen Bereich oder drück auf „Umkehren“
        [opaque] Die Maske ist nirgends transparent, also ist nichts zum Ändern markiert. Übermale weiß oder radiere weg, was neu gemalt werden soll
        [painted] In deiner Kopie habe ich nichts Übermaltes gefunden. Übermale in einer kräftigen Farbe, was sich ändern soll, und schick sie noch einmal
       *[black] In der Maske ist nichts markiert. Übermale weiß oder radiere weg, was neu gemalt werden soll
    }. { free }.
content-refused = Das Sicherheitssystem des Bilddienstes hat diese Anfrage abgelehnt{ $has_categories ->
        [true] {" "}({ $categories })
       *[false] {""}
    }. Formuliere es anders oder nimm ein anderes Bild. { free }.
size-not-allowed = { $rule ->
        [shape] Die Größe { $size } verstehe ich nicht: Schreib Breite x Höhe, zum Beispiel { $limit }
        [divisor] Die Größe { $size } geht mit { $model } nicht: Beide Seiten müssen durch { $limit } teilbar sein
        [ratio] Die Größe { $size } geht mit { $model } nicht: Sie darf höchstens { $limit } sein
        [side] Die Größe { $size } geht mit { $model } nicht: Keine Seite darf mehr als { $limit } Pixel haben
        [fewest-pixels] Die Größe { $size } geht mit { $model } nicht: Es müssen insgesamt mindestens { $limit } Pixel sein
       *[most-pixels] Die Größe { $size } geht mit { $model } nicht: Es dürfen insgesamt höchstens { $limit } Pixel sein
    }. Nimm eine der Größen, die der Befehl anbietet{ or-the-model }. { free }.
or-the-model = { $has_elsewhere ->
        [true] , oder das Modell { $elsewhere }
       *[false] {""}
    }

## Eine Option, die ihren Wert nicht haben kann

option-of-server = Auf { this-server } ist `{ $option }` { $value } nicht erlaubt. Nimm { $choices }{ or-the-model }. { free }.
option-of-server-number = Auf { this-server } ist `{ $option }` { $value } nicht erlaubt. Nimm eine Zahl von 1 bis { $high }{ or-the-model }. { free }.
option-model = Das Modell { $value } ist { here } nicht freigeschaltet. Nimm { $choices }. { free }.
option-number = `{ $option }` { $value } geht { here } nicht. Nimm eine Zahl von { $low } bis { $high }{ $option ->
        [frame_ms] {" "}in Schritten von { $step }
       *[other] {""}
    }. { free }.
option-missing = Beim Modell { $model } gibt es kein `{ $option }`. Lass es weg{ $has_elsewhere ->
        [true] {" "}oder nimm das Modell { $elsewhere }
       *[false] {""}
    }. { free }.
# Striche, Pfeile und Wörter, die jemand über ein Bild gezeichnet hat, damit das Modell ihnen folgt.
option-markup = Das Modell { $model } setzt hier keine Markierungen um. { $has_elsewhere ->
        [true] Nimm das Modell { $elsewhere } oder lass neu malen, was sie verdecken
       *[false] Lass stattdessen neu malen, was sie verdecken
    }. { free }.
option-value = Beim Modell { $model } gibt es `{ $option }` { $value } nicht. Nimm { $choices }{ or-the-model }. { free }.

## Etwas in einer Nachricht, das wie eine Option aussieht und nicht zählt

misread = { $what }. { $way_out }.{ $quotes ->
        [true] {" "}Gehört es zum Prompt, setz es in Anführungszeichen.
       *[false] {""}
    } { free }.
mistake-unknown = „{ $written }“ sieht wie eine Option aus, aber die kenne ich nicht
mistake-misspelt = „{ $written }“ ist keine meiner Optionen
mistake-unmarked = „{ $written }“ sieht wie eine Option ohne ihre zwei Striche aus
mistake-value-missing = Bei „{ $written }“ fehlt der Wert
mistake-value-unknown = „{ $written }“ ist kein Wert, den diese Option annimmt
mistake-no-value-taken = „{ $written }“ ist eine Option ohne Wert
mistake-misplaced = Hinter „{ $written }“ steht noch Text, Optionen gehören aber ans Ende
mistake-twice = „{ $written }“ ist ein zweiter Wert für etwas, das schon gewählt ist
mistake-private = „{ $written }“ geht nur bei Befehlen: Auf eine Nachricht antworte ich für alle sichtbar
way-out-private = Nur für dich geht es mit /imagine oder /edit und `private`
way-out-meant = Meintest du: **{ $meant }**{ $has_range ->
        [true] {" "}(eine Zahl von { $low } bis { $high })?
       *[false] ?
    } Dann schick es so
way-out-offered = Es gibt { $names }
way-out-value = Schreib `--{ $option }` und den Wert ans Ende
way-out-number = Nimm eine Zahl von { $low } bis { $high }
way-out-choices = Nimm { $choices }{ $option ->
        [size] {" "}oder Pixel wie 1024x1536
       *[other] {""}
    }

## Wenn das Konto beim Bilddienst dem Server gehört und nicht dem Bot

of-server-organization-unverified = Der Bilddienst gibt { $model } nur verifizierten Organisationen, und der Schlüssel dieses Servers gehört zu keiner. Nimm ein anderes `model` oder frag die Serververwaltung. { cost }.
of-server-account-blocked = Der Bilddienst hat das Konto dieses Servers gesperrt. Die Serververwaltung kann das klären oder den Schlüssel in /settings entfernen. { cost }.
of-server-key-rejected = Der Bilddienst nimmt den Schlüssel dieses Servers nicht an. Die Serververwaltung kann in /settings einen anderen eintragen oder ihn entfernen. { cost }.
of-server-out-of-money = Das Guthaben zum Schlüssel dieses Servers ist leer oder sein Limit erreicht. Die Serververwaltung kann es aufladen oder den Schlüssel in /settings entfernen. { cost }.
of-server-format-not-granted = Das Konto zum Schlüssel dieses Servers hat keinen Zugriff auf `format` { $output_format } mit { $model }. Nimm png, webp oder jpeg. { free }.
of-server-model-unknown = Mit dem Schlüssel dieses Servers gibt es das Modell { $model } beim Bilddienst nicht. Nimm ein anderes `model`. { cost }.
