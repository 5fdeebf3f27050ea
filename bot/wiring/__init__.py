"""The composition root: a module a feature, and `app`, which lists them and says how all of it starts and stops.

`core` is what all of them share, `foundation` what they may be built upon.
"""
