"""Shared pictures: sharing, the messages that show them, /gallery, /theme, the pictures of the week."""
