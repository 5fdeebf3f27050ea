### Le bac à sable : sa page et son accueil. « Viewing as » et « more » y sont affichés en anglais.

## La page

page-title = Bac à sable d'Easel
page-brand = dans SimCord
page-restart = Redémarrer Easel
page-restarting = Redémarrage…
page-restart-failed = Échec du redémarrage : regarde le terminal
page-apps = Applications

## Le petit Discord

guild = Bac à sable d'Easel
topic-pictures = Tape / pour voir les commandes
topic-gallery = Ce que les gens partagent
topic-moderators = Ce qui est signalé
moderators = Modération
mira = Mira (modération)

## L'accueil : un titre, un texte, des champs avec titre et texte, et une ligne à la fin

welcome = Bienvenue dans le bac à sable
where = C'est le vrai bot, dans un Discord qui ne vit que sur cet ordinateur. « Viewing as », en haut, te fait devenir Ada, Bruno ou Mira, qui modère ; ouvre d'autres onglets pour être plusieurs personnes à la fois.
title-make = Créer une image
make = Tape `/imagine`, puis ce qu'on doit voir ; **more** donne `n`, `quality`, `size` et le reste.
title-change = Modifier une image
change = Tape `/edit`, ce qui doit changer, une image, et un `mask` blanc là où repeindre. Deux fichiers pour essayer :
title-work-on = Continuer sur une image
work-on =
    Réponds à une image : `@Easel passe en pleine nuit`. Appuie sur les boutons dessous ; **Modifier** peut ne changer qu'une partie.
    Pointe n'importe quelle image et choisis **Applications** > **Modifier l'image**. **Redémarrer Easel**, en haut, ne perd rien.
title-share = La partager
share = **Partager** sous ta propre image l'accroche dans **# gallery**. Vas-y par la liste des salons, en haut, et change de personne pour lui donner un cœur, la remixer ou la signaler. Les signalements arrivent dans **# moderators**, que seule Mira voit ; avec Mira, `/settings` montre tout ce qu'un serveur peut régler.
title-look-back = Regarder en arrière
look-back = `/history` montre tes dernières demandes, `/usage` la consommation, `/help` tout ce qui existe.
title-phrases = Vois ce qui se passe quand…
phrases = … un prompt contient ceci : `demo:slow=20` (il montre ses esquisses, et **Annuler** l'arrête), `demo:refuse`, `demo:rate`, `demo:quota`, `demo:outage`, `demo:broken`, `demo:big`.
demo = L'API de démo intégrée dessine les images, sans modèle d'IA. Rien ne quitte cet ordinateur, rien ne coûte.
real = Les images viennent du service d'images de tes paramètres, et chacune coûte de l'argent réel.
gone = Quand tu quittes le bac à sable, tout ce qui s'y trouve est supprimé.
