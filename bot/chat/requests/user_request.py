"""What a person asked for, however they asked: a prompt, choices, and attachments not yet downloaded."""

from dataclasses import asdict, dataclass, replace
from typing import Self

import discord

from bot.domain.crop_choice import CropChoice
from bot.domain.errors import AspectNotTaken
from bot.domain.extension import Aspect, Extension
from bot.domain.masked_edits import MaskedEdits
from bot.domain.offer import Offer
from bot.domain.options import Background, Complexity, InputFidelity, Options, OutputFormat, Quality, takes_size
from bot.domain.request import PictureRef
from bot.domain.sizes import frames_for, size_for, usual_sizes
from bot.domain.task import Rework, task_from_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The options as a person set them; None where they left one alone."""

    model: str | None = None
    quality: str | None = None
    size: str | None = None
    background: str | None = None
    n: int | None = None
    output_format: str | None = None
    seed: int | None = None
    fidelity: str | None = None
    complexity: str | None = None
    frames: int | None = None
    frame_ms: int | None = None
    area: str | None = None
    task: str | None = None
    aspect: str | None = None

    @classmethod
    def like(cls, options: Options) -> Self:
        """Choose what another request had, for one picture and without its seed."""
        return replace(cls.of(options), n=None, seed=None)

    @classmethod
    def of(cls, options: Options) -> Self:
        """Choose all of what another request had, but what was done besides, and how much of its picture went up."""
        fidelity = options.input_fidelity
        return cls(
            model=options.model,
            quality=options.quality.value,
            size=options.size,
            background=options.background.value,
            n=options.n,
            output_format=options.output_format.value,
            seed=options.seed,
            fidelity=fidelity.value if fidelity else None,
            complexity=options.complexity.value if options.complexity else None,
            frames=options.frames,
            frame_ms=options.frame_ms,
        )

    @property
    def extends(self) -> bool:
        """Whether a picture is extended."""
        return self.aspect is not None or self.task in set(Extension)

    def over(self, others: Self) -> Self:
        """Fill what was left alone from other choices."""
        chosen = {name: value for name, value in asdict(self).items() if value is not None}
        return replace(others, **chosen)

    def still(self) -> Self:
        """Leave alone what an animation was made with, which takes no mask; its frames are smaller than pictures."""
        if self.output_format != OutputFormat.GIF:
            return self
        return replace(self, output_format=None, frames=None, frame_ms=None, size=None)

    def as_far_as(self, offer: Offer, *, model: str) -> Self:
        """Leave alone what a server leaves out of a request to a model."""
        n = None if self.n is None else min(self.n, offer.n_limit)
        if self.model is not None and offer.leaves_out_model(self.model):
            return replace(self, model=None, quality=None, size=None, n=n)
        quality = None if self.quality and offer.leaves_out_quality(self.quality, model=model) else self.quality
        size = None if self.size and offer.leaves_out_size(self.size, model=model) else self.size
        known = offer.find(model)
        kept = replace(self, quality=quality, size=size, n=n)
        if self.output_format not in known.formats:
            kept = replace(kept.still(), output_format=None)
        return replace(kept, complexity=self.complexity if self.complexity in known.complexities else None)

    def to_options(self, defaults: Options) -> Options:
        """Fill what was left alone from the defaults."""
        return Options(
            model=self.model or defaults.model,
            quality=Quality(self.quality) if self.quality else defaults.quality,
            size=self.size or defaults.size,
            background=Background(self.background) if self.background else defaults.background,
            n=self.n if self.n is not None else defaults.n,
            output_format=OutputFormat(self.output_format) if self.output_format else defaults.output_format,
            seed=self.seed,
            input_fidelity=InputFidelity(self.fidelity) if self.fidelity else None,
            complexity=Complexity(self.complexity) if self.complexity else None,
            frames=self.frames,
            frame_ms=self.frame_ms,
            area=CropChoice(self.area) if self.area else defaults.area,
            task=None if self.task is None else task_from_text(self.task),
            aspect=None if self.aspect is None else str(Aspect.from_text(self.aspect) or self.aspect),
        )


UNKNOWN_AUTHOR = 0
"""Nobody's id: who forwards a picture is not who made it, and Discord does not tell who that was."""


@dataclass(frozen=True, slots=True)
class NamedAttachment:
    """An attachment and the option that it was given to (`image`, `image2`, `mask`).

    `author_id` is who has posted it, `UNKNOWN_AUTHOR` where that is not known; None where the asker gives it with the
    request.
    """

    label: str
    attachment: discord.Attachment
    author_id: int | None = None


@dataclass(frozen=True, slots=True)
class NamedPicture:
    """A picture of ours; `shown` is the same one as it stands in a message, in case it is kept no longer.

    With `shared` it was pointed at where its asker shared it with a server; `rendition` is then which of the two
    pictures of an exact edit that was, and else the one that is shown.
    """

    label: str
    ref: PictureRef
    shown: discord.Attachment | None = None
    shared: bool = False
    rendition: MaskedEdits | None = None


@dataclass(frozen=True, slots=True)
class NamedBlob:
    """A file that was put aside for the asker, who was let have it then."""

    label: str
    blob: str
    parent: PictureRef | None = None


Source = NamedAttachment | NamedPicture | NamedBlob
"""Where an input picture comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRequest:
    """A whole request of a person; `private` shows the answer to them alone, `spoiler` covers the pictures.

    `with_references` adds what the person has put aside for it. `like` is what the request behind the pictures had: it
    fills what was left alone, as far as it goes in this server. `markup` are marks that were drawn over the picture
    that the first one was made from.
    """

    prompt: str
    choices: Choices
    like: Choices = Choices()
    images: tuple[Source, ...] = ()
    mask: NamedAttachment | NamedBlob | None = None
    markup: NamedBlob | None = None
    private: bool = False
    spoiler: bool = False
    with_references: bool = False

    @property
    def is_masked(self) -> bool:
        """Whether a mask goes along: the one that was given, or that of what is new on a canvas."""
        return self.mask is not None or self.choices.extends

    def changed(self, *, model: str | None, prompt: str | None) -> Self:
        """Ask for the same of another model, or with other words; None stays as it is."""
        choices = self.choices if model is None else replace(self.choices, model=model)
        return replace(self, choices=choices, prompt=self.prompt if prompt is None else prompt)

    def check_aspect(self) -> None:
        """Refuse an aspect beside what it cannot go with.

        Raises:
            AspectNotTaken: there is no picture, or a mask or a size besides.
        """
        if self.choices.aspect is None:
            return
        if not self.images:
            raise AspectNotTaken(beside="")
        if self.mask is not None:
            raise AspectNotTaken(beside="mask")
        if self.choices.size not in {None, "auto"}:
            raise AspectNotTaken(beside="size")

    def to_options(self, own: Options, offer: Offer) -> Options:
        """Fill what was left alone: from the request behind the pictures, else from the defaults of the place.

        `own` are the bot's defaults, `offer` is what can be chosen here.
        """
        liked = self.like.model
        model = self.choices.model or (None if liked and offer.leaves_out_model(liked) else liked)
        defaults = offer.defaults(own, model=model)
        is_extended = self.choices.extends
        like = self.like.still() if self.mask or is_extended else self.like
        if is_extended and like.output_format == OutputFormat.SVG:
            # What is added are pixels.
            like = replace(like, output_format=None)
        like = like.as_far_as(offer, model=defaults.model)
        options = self.choices.over(like).to_options(defaults)
        if options.output_format is not OutputFormat.GIF:
            # What the picture behind was animated with; what is asked for anew is refused where it does not go.
            options = replace(options, frames=self.choices.frames, frame_ms=self.choices.frame_ms)
        if options.output_format is OutputFormat.SVG and self.choices.n is None:
            # The model makes one at a time; how many are usual here counts for pictures.
            options = replace(options, n=1)
        has_own_shape = is_extended or self.choices.task == Rework.CUT_OUT
        if has_own_shape and self.choices.size is None and "auto" in (offer.sizes(options.model) or ("auto",)):
            # The canvas, or the picture that is cut out of, has another shape than any size that was usual so far.
            options = replace(options, size="auto")
        found, frames = offer.narrow(options.model), frames_for(options.output_format, options.frames)
        size = size_for(options.size, usual_sizes(found, frames=frames))
        if frames is not None and self.choices.size is None and not takes_size(found, size, frames=frames):
            # Frames are smaller than the pictures that a default, or the picture behind, has its size from.
            size = "auto"
        return replace(options, size=size)
