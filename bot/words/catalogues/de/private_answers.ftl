### Private Antworten, die Discord nicht angenommen hat.

discord-refused = Discord hat die Antwort nicht angenommen. Versuch es gleich nochmal. Es hat nichts gekostet.
picture-filtered = Discords Filter hält ein Bild der Antwort für anstößig und lässt es niemanden posten. Nur ein anderes Bild käme durch.
words-blocked = Discord blockiert hier Wörter oder Links der Antwort. Versuch es auf einem anderen Server oder in einer Direktnachricht. Es hat nichts gekostet.
not-listened = Diesen Button kennt Easel nicht mehr, denn inzwischen läuft eine neuere Version. Gib den Befehl noch einmal ein.
