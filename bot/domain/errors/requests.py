"""What the asker can mend in a request; nothing was paid."""

from dataclasses import dataclass, field

from bot.domain.errors.root import EaselError


class InvalidRequest(EaselError):
    """Something that the asker can mend."""


class PromptBlank(InvalidRequest):
    """A prompt in which nothing can be seen."""


@dataclass(eq=False, kw_only=True)
class PromptTooLong(InvalidRequest):
    """A prompt over the API's limit; both figures count characters."""

    length: int
    limit: int


@dataclass(eq=False, kw_only=True)
class OptionNotOffered(InvalidRequest):
    """A value that this model, this provider or the settings do not have: the bot's own, or those `of_server`.

    `elsewhere` is a model that has it and can be chosen.
    """

    option: str
    value: str
    offered: tuple[str, ...]
    model: str
    of_server: bool = False
    elsewhere: str | None = None


@dataclass(eq=False, kw_only=True)
class OptionMisread(InvalidRequest):
    """Words of a message that look like an option and do not count; `mistake` is a member of `OptionMistake`.

    `written` are those words, `offered` what could stand there. `meant` are all options of the message as they were
    probably meant, behind its `prompt`; None where nobody can tell.
    """

    written: str = field(repr=False)
    mistake: str
    option: str = field(default="", repr=False)
    offered: tuple[str, ...] = ()
    prompt: str = field(default="", repr=False)
    meant: str | None = field(default=None, repr=False)


@dataclass(eq=False, kw_only=True)
class OptionsConflict(InvalidRequest):
    """Two options that the API does not take together; `offered` are the ways out for the second."""

    option: str
    value: str
    other: str
    other_value: str
    offered: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class AreaNotTaken(InvalidRequest):
    """How much of a picture goes up, without a mask; or a part of it where it is not laid in, but shown `as_drawn`."""

    area: str
    as_drawn: bool = False


@dataclass(eq=False, kw_only=True)
class SizeNotAllowed(InvalidRequest):
    """A size outside the rules of a model with free sizes; `rule` is a member of `SizeRule`.

    `elsewhere` is a model that makes it and can be chosen.
    """

    size: str
    rule: str
    limit: str
    model: str
    elsewhere: str | None = None


class EditsNotOffered(InvalidRequest):
    """An edit, at a provider that only makes pictures from words."""


class MaskNotOffered(InvalidRequest):
    """A mask, at a provider that takes none."""


@dataclass(eq=False, kw_only=True)
class MaskForSeveralPictures(InvalidRequest):
    """A mask with more than one picture, at a provider that does not say which one it is for."""

    pictures: int


@dataclass(eq=False, kw_only=True)
class TooManyPictures(InvalidRequest):
    """More input pictures than the API takes with one request."""

    pictures: int
    limit: int


class NoPictureThere(InvalidRequest):
    """A message that was pointed at and has no picture."""


class PictureOutOfSight(InvalidRequest):
    """Another person's message: without the message content intent Discord does not show what is attached to it."""


@dataclass(eq=False, kw_only=True)
class NoSuchPicture(InvalidRequest):
    """A picture of a message by its place, where there are only so many."""

    place: int
    pictures: int


@dataclass(eq=False, kw_only=True)
class NothingLarger(InvalidRequest):
    """A picture that is as large as its model makes any of its shape."""

    model: str


@dataclass(eq=False, kw_only=True)
class AlreadyThatShape(InvalidRequest):
    """A picture that is to be extended to the shape that it has."""

    aspect: str


@dataclass(eq=False, kw_only=True)
class AspectNotTaken(InvalidRequest):
    """An aspect without a picture, or `beside` another option that it does not go with."""

    beside: str


@dataclass(eq=False, kw_only=True)
class ExtendedTooFar(InvalidRequest):
    """A picture that would be longer than `limit` times its other side, which a model does not make."""

    limit: int
    model: str = ""


@dataclass(eq=False, kw_only=True)
class PromptTooLongForModel(InvalidRequest):
    """A prompt that the provider finds too long for a model; `limit` counts characters, where it says how many."""

    model: str
    limit: int | None = None


@dataclass(eq=False, kw_only=True)
class RequestTooLarge(InvalidRequest):
    """More bytes than the provider, or a server before it, takes with one request."""

    pictures: int = 0


@dataclass(eq=False, kw_only=True)
class FormatNotGranted(InvalidRequest):
    """A format that the model has, and that the account at the provider has no access to; `of_server`: its own one."""

    output_format: str
    model: str
    of_server: bool = False
