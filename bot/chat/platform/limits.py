"""How much Discord takes of what every feature sends, and how long we keep a form."""

CHOICES_AT_MOST = 25
"""Choices of an option, and results of an autocomplete; Discord's API reference, "Application Command Option"."""
FORM_SECONDS = 30 * 60.0
"""How long a form that nobody sends is kept in memory."""
