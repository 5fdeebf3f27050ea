### /help : ce qu'on peut faire, par l'exemple. Ce qui est entre `…` se tape ; les prompts y sont des exemples.

make-title = **Créer une image**
make-command = `/imagine un renard dans la neige qualité:high n:{ $n }`
make-mention = `{ $bot } un renard dans la neige --size portrait --quality high`
message-options = -# Dans un message, les options viennent à la fin : { $options }.
change-title = **Modifier une image**
change-reply = Réponds à { $of_all ->
        [true] n'importe quelle image
       *[false] une de mes images
    } : `{ $bot }passe en pleine nuit`, ou `{ $bot }2: passe en pleine nuit` pour la deuxième.
change-menu = Sur un message : **Applications > Modifier l'image**, ou **Applications > Utiliser comme référence** pour ton prochain { -slash-imagine } ou { -slash-edit }.
change-command = `/edit passe en pleine nuit image:…` prend tes propres fichiers.
change-part = **Une partie seulement :** choisis *Où ?* dans le formulaire, ou donne comme masque l'image avec un coup de peinture d'une couleur ; ce que tu entoures compte en entier. Tu vois la zone avant de dépenser.
result-title = **Sous un résultat**
result-buttons = **Refaire** relance la demande, même en plus grand, { $edits ->
        [true] **Modifier** et **Varier** partent de l'image, **Agrandir** la refait deux fois plus grande, **Étendre** peint ce qu'il y a autour ou détoure le sujet,{" "}
       *[false] {""}
    }**Infos** donne tous les détails{ $edits ->
        [true] {" "}et ramène en arrière
       *[false] {""}
    }. Qui appuie paie.
result-share = **Partager** met ton image dans la galerie du serveur (`/gallery`), où on lui donne des cœurs et la remixe. **Signaler** indique à la modération ce qui n'a rien à y faire.
after-title = **Et ensuite**
after-commands = { $edits ->
        [true] { -slash-history } montre tes dernières images, { -slash-tree } leur arbre, { -slash-references } tes images de référence, { -slash-usage } ta consommation, { -slash-privacy } qui peut modifier tes images.
       *[false] { -slash-history } montre tes dernières images, { -slash-usage } ta consommation.
    }
after-records = { -slash-export-me } t'envoie tout ce que je garde sur toi, { -slash-forget-me } le supprime.
after-moderators = Si tu modères, tu peux **Annuler** et **Supprimer** ce que d'autres ont demandé ici, traiter les { -slash-reports }, bloquer quelqu'un avec { -slash-mute }, ouvrir un `/theme` et lire { -slash-audit } ; { -slash-usage } montre la consommation du serveur.
after-managers = Si tu gères ce serveur, tu décides { $edits ->
        [true] des images des membres dans { -slash-privacy } et de tout le reste dans { -slash-settings }.
       *[false] de tout dans { -slash-settings }.
    }
free = -# Ici, c'est une démo sans modèle d'IA qui dessine, gratuitement.
