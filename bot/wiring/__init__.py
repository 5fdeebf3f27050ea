"""The composition root: a module a feature, and `app`: what is built upon what, and how all of it starts and stops."""
