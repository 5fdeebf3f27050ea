### Des réponses privées que Discord n'a pas acceptées.

discord-refused = Discord n'a pas accepté la réponse. Réessaie dans un instant. Ça n'a rien coûté.
picture-filtered = Le filtre de Discord juge une image de la réponse explicite et ne laisse personne la publier. Seule une autre image passerait.
words-blocked = Discord bloque ici des mots ou des liens de la réponse. Essaie sur un autre serveur ou en message privé. Ça n'a rien coûté.
not-listened = Easel ne connaît plus ce bouton : une version plus récente tourne maintenant. Relance la commande qui l'a affiché.
