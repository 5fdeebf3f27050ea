### Une clé propre au serveur pour le service d'images, saisie dans /settings.

key-field = Clé API
key-hint = Gardée chiffrée, jamais réaffichée. Elle paie désormais toutes les demandes de ce serveur.
remove-key = Retirer la clé
choose-provider = Saisir une clé : choisis le fournisseur
form-title = Clé pour { $provider }

no-member = Je ne suis que de passage sur ce serveur, donc je ne garde pas de clé pour lui. Ajoute-moi d'abord au serveur.
removed = La clé est retirée. Le compte du bot paie à nouveau pour ce serveur.
entered-tried = { $provider } accepte cette clé. Elle paie désormais les demandes de ce serveur.
entered-without-money = ⚠️ { $provider } accepte cette clé, mais son compte est vide ou a dépassé sa limite. La clé est gardée ; recharge le compte ou retire-la.
entered-untried = La clé est gardée, mais je n'ai pas pu l'essayer sans payer. La première demande montrera si { $provider } l'accepte.
entered-rejected = ⚠️ { $provider } n'accepte pas cette clé. Rien n'a été changé. Recopie-la et saisis-la à nouveau.
entered-malformed = ⚠️ Ce n'est pas une clé. Rien n'a été changé. Recopie-la et saisis-la à nouveau.

## Ce qu'en dit /settings

none = *aucune : le compte du bot paie*
key = **{ $provider }**, saisie par { $person } { $moment }
untried = Je n'ai pas pu l'essayer sans payer ; la première demande montrera si elle fonctionne.
unreadable = ⚠️ Je n'arrive plus à la lire, donc je refuse les demandes. Saisis-la à nouveau ou retire-la.
