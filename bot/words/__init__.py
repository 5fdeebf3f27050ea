"""Every word that people read in Discord, and no other package has any: a module a topic."""
