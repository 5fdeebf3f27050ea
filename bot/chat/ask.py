"""What a person asked for, however they asked: a prompt, choices, and attachments not yet downloaded."""

from dataclasses import dataclass

import discord

from bot.domain.options import Background, InputFidelity, Options, OutputFormat, Quality


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
        )


@dataclass(frozen=True, slots=True)
class NamedAttachment:
    """An attachment and the option that it was given to (`image`, `image2`, `mask`)."""

    label: str
    attachment: discord.Attachment


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A whole request of a person; `private` shows the answer to them alone, `spoiler` covers the pictures."""

    prompt: str
    choices: Choices
    images: tuple[NamedAttachment, ...] = ()
    mask: NamedAttachment | None = None
    private: bool = False
    spoiler: bool = False
