### Ein eigener Schlüssel des Servers für den Bilddienst, eingetragen in /settings.

key-field = API-Schlüssel
key-hint = Verschlüsselt gespeichert und nie wieder gezeigt. Zahlt ab jetzt jede Anfrage dieses Servers.
remove-key = Schlüssel entfernen
choose-provider = Schlüssel eintragen: Anbieter wählen
form-title = Schlüssel für { $provider }

no-member = Ich bin auf diesem Server nur zu Gast und speichere darum keinen Schlüssel für ihn. Füge mich erst dem Server hinzu.
removed = Der Schlüssel ist entfernt. Für diesen Server zahlt wieder das Konto des Bots.
entered-tried = { $provider } nimmt diesen Schlüssel an. Er zahlt ab jetzt die Anfragen dieses Servers.
entered-without-money = ⚠️ { $provider } nimmt diesen Schlüssel an, aber das Guthaben ist leer oder das Limit des Kontos erreicht. Der Schlüssel ist gespeichert; lade das Konto auf oder entferne ihn.
entered-untried = Der Schlüssel ist gespeichert, aber ohne zu bezahlen konnte ich ihn nicht testen. Bei der ersten Anfrage zeigt sich, ob { $provider } ihn annimmt.
entered-rejected = ⚠️ { $provider } nimmt diesen Schlüssel nicht an. Es wurde nichts geändert. Kopiere ihn und trag ihn noch einmal ein.
entered-malformed = ⚠️ Das ist kein Schlüssel. Es wurde nichts geändert. Kopiere ihn und trag ihn noch einmal ein.

## Was /settings dazu sagt

none = *keiner: das Konto des Bots zahlt*
key = **{ $provider }**, eingetragen von { $person } { $moment }
untried = Ohne zu bezahlen konnte ich ihn nicht testen; bei der ersten Anfrage zeigt sich, ob er funktioniert.
unreadable = ⚠️ Ich kann ihn nicht mehr lesen, darum lehne ich Anfragen ab. Trag ihn noch einmal ein oder entferne ihn.
