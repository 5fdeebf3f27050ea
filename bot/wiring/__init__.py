"""The composition root: a module a feature, upon a `Foundation`; `app` lists them, and how all of it starts and stops."""
