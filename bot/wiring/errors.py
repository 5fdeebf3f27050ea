"""What is wrong with the settings as a whole."""


class SettingsWrong(Exception):
    """Something that the chosen provider needs is missing from the settings, or cannot be used; it says what."""
