### Warum aus Anfragen nichts wurde: steht jeweils hinter einer Zahl, wie „3 × Limit erreicht“.

reason-invalid-request = ungültige Option oder Datei
reason-not-allowed = keine Berechtigung zum Posten
reason-budget-spent = Limit erreicht
reason-queue-full = Warteschlange voll
reason-too-many-jobs = zu viele offene Anfragen
reason-storage-down = Datenbank ausgefallen
reason-server-key-unreadable = Schlüssel des Servers nicht lesbar
reason-server-key-changed = Schlüssel des Servers zwischendurch geändert
reason-not-for-you = nicht berechtigt
reason-not-yours = Bild einer anderen Person
reason-closed-here = dort nicht freigegeben
reason-muted = Person gesperrt
reason-word-refused = verbotenes Wort
reason-edits-forbidden = Bearbeiten nicht erlaubt
reason-content-refused = vom Sicherheitssystem des Bilddienstes abgelehnt
reason-rate-limited = Bilddienst überlastet
reason-provider-down = Bilddienst ausgefallen
reason-provider-timed-out = Bilddienst zu langsam
reason-provider-misconfigured = vom Bilddienst nicht angenommen
reason-out-of-money = Guthaben beim Bilddienst aufgebraucht
reason-bad-answer = Antwort ohne Bild
reason-cancelled = abgebrochen
reason-stopped = durch Neustart oder Fehler von mir unterbrochen
reason-otherwise = anderer Grund
