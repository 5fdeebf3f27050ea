"""What of a picture goes up for an edit, as a person chooses it."""

from enum import StrEnum


class CropChoice(StrEnum):
    """What of a picture the model is shown."""

    AUTO = "auto"
    PART = "part"
    WHOLE = "whole"
