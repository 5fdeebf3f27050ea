### Pourquoi des demandes n'ont rien donné : chacun suit un nombre, comme « 3 × limite atteinte ».

reason-invalid-request = option ou fichier non valide
reason-not-allowed = pas le droit de publier
reason-budget-spent = limite atteinte
reason-queue-full = file d'attente pleine
reason-too-many-jobs = trop de demandes en cours
reason-storage-down = base de données en panne
reason-server-key-unreadable = clé du serveur illisible
reason-server-key-changed = clé du serveur changée entre-temps
reason-not-for-you = pas autorisé
reason-not-yours = image de quelqu'un d'autre
reason-closed-here = pas ouvert à cet endroit
reason-muted = personne bloquée
reason-word-refused = mot interdit
reason-edits-forbidden = modification interdite
reason-content-refused = refus du système de sécurité du service d'images
reason-rate-limited = service d'images surchargé
reason-provider-down = service d'images en panne
reason-provider-timed-out = service d'images trop lent
reason-provider-misconfigured = refus du service d'images
reason-out-of-money = compte du service d'images vide
reason-bad-answer = réponse sans image
reason-cancelled = annulation
reason-stopped = coupure par un redémarrage ou une erreur de ma part
reason-otherwise = autre raison
