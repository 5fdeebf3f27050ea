"""What can be chosen in a server: what the bot has, without what the server leaves out of it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.errors import FormatNotGranted, OptionNotOffered
from bot.domain.models import Catalogue, Model
from bot.domain.options import FRAME_MS, FRAMES, InputFidelity, Options, OutputFormat, Quality, takes_size
from bot.domain.server import ServerSettings


class Why(StrEnum):
    """What is wrong with a setting."""

    OFF = "off"
    """The bot does not have it, or no longer."""
    OVER = "over"
    """The bot's own ceiling is lower."""
    OUTSIDE = "outside"
    """A default that the server's own lists leave out."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """Values of a setting, by its name in `ServerSettings`, that have no effect."""

    setting: str
    values: tuple[str, ...]
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The lists of a server, laid over those of the bot: `enabled` are its models, `most` is its ceiling of `n`.

    `ungranted` are the formats, each with a model, that the account at the provider has no access to for now; the
    account is the bot's, or the one of a key of the server's own.

    What a list names and nobody can have (a model that is switched off since, a quality that a model lacks) does not
    count; a list of which nothing is left does not hold. `auto` is a value like any other: where a list leaves it
    out, nobody may let the provider choose, since it might choose what the list leaves out too.
    """

    settings: ServerSettings
    catalogue: Catalogue
    enabled: tuple[str, ...]
    most: int
    ungranted: frozenset[tuple[str, str]] = frozenset()
    is_own_account: bool = False

    @property
    def models(self) -> tuple[str, ...]:
        """The models that can be chosen, those first that can do what the other lists want."""
        listed = tuple(one for one in self.enabled if one in self.settings.models) or self.enabled
        able = tuple(one for one in listed if self._is_able(self.catalogue.find(one)))
        return able or listed

    @property
    def n_limit(self) -> int:
        """The most pictures of one request."""
        return min(self.most, self.settings.n_limit or self.most)

    def find(self, name: str) -> Model:
        """Look a model up, without the formats that the account has no access to."""
        found = self.catalogue.find(name)
        return replace(found, formats=tuple(one for one in found.formats if (name, one) not in self.ungranted))

    def check_granted(self, options: Options) -> None:
        """Refuse a format that the provider has refused this account within the last hour.

        Raises:
            FormatNotGranted: which one.
        """
        model, output_format = options.model, options.output_format.value
        if (model, output_format) in self.ungranted:
            raise FormatNotGranted(output_format=output_format, model=model, of_server=self.is_own_account)

    def qualities(self, model: str) -> tuple[str, ...]:
        """List the qualities of a model that can be chosen."""
        has = self.catalogue.find(model).qualities
        return tuple(one for one in has if one in self.settings.qualities) or has

    def sizes(self, model: str) -> tuple[str, ...]:
        """List the sizes that are the only ones for a model; none where all of its own can be chosen."""
        found = self.catalogue.find(model)
        return tuple(one for one in self.settings.sizes if takes_size(found, one))

    def check(self, options: Options) -> None:
        """Refuse what the server leaves out; what the bot does not have is for others to refuse.

        Raises:
            OptionNotOffered: which option it is, and what can be chosen here.
        """
        self._check("model", options.model, self.models, options, among=self.enabled)
        self._check("quality", options.quality.value, self.qualities(options.model), options)
        if sizes := self.sizes(options.model):
            self._check("size", options.size, sizes, options)
        if self.n_limit < options.n <= self.most:
            raise _refusal("n", str(options.n), ("1", str(self.n_limit)), options)

    def defaults(self, own: Options, *, model: str | None) -> Options:
        """Give what a request has where a person chose nothing but perhaps the `model`; `own` are the bot's.

        A default that does not go here gives way to the bot's, and that to the first that the server's list has.
        """
        settings = self.settings
        model = model or _first((settings.default_model, own.model, *self.models), self.models.__contains__, own.model)
        found = self.catalogue.find(model)
        qualities, sizes = self.qualities(model), self.sizes(model)

        def goes(size: str) -> bool:
            return size in sizes if sizes else takes_size(found, size)

        # Without a list, what does not go with the model is told and not mended, as everywhere.
        few = qualities if settings.qualities else ()
        return replace(
            own,
            model=model,
            quality=Quality(
                _first((settings.default_quality, own.quality.value, *few), qualities.__contains__, own.quality.value)
            ),
            size=_first((settings.default_size, own.size, *sizes), goes, own.size),
            n=min(settings.default_n or own.n, self.n_limit),
        )

    def narrow(self, model: str) -> Model:
        """Give a model with those of its qualities, sizes and formats that can be chosen."""
        found = self.find(model)
        return replace(found, qualities=self.qualities(model), sizes=self.sizes(model) or found.sizes)

    def leaves_out_model(self, model: str) -> bool:
        """Say whether a model cannot be chosen: the server leaves it out, or the provider does not have it."""
        return model not in self.models

    def leaves_out_quality(self, quality: str, *, model: str) -> bool:
        """Say whether the server leaves a quality out that the model has."""
        return quality in self.catalogue.find(model).qualities and quality not in self.qualities(model)

    def leaves_out_size(self, size: str, *, model: str) -> bool:
        """Say whether the server leaves a size out."""
        sizes = self.sizes(model)
        return bool(sizes) and size not in sizes

    def misfits(self) -> tuple[Misfit, ...]:
        """List what a server has set and cannot have, as the bot is now; requests go on without it."""
        settings = self.settings
        models = self.models
        qualities = {one for model in models for one in self.qualities(model)}
        known = {one for model in self.enabled for one in self.catalogue.find(model).qualities}
        found = (
            Misfit("models", tuple(one for one in settings.models if one not in self.enabled), Why.OFF),
            Misfit("qualities", tuple(one for one in settings.qualities if one not in known), Why.OFF),
            Misfit("n_limit", _over(settings.n_limit, self.most), Why.OVER),
            Misfit("default_model", _outside(settings.default_model, models), Why.OUTSIDE),
            Misfit("default_quality", _outside(settings.default_quality, qualities), Why.OUTSIDE),
            Misfit("default_size", _outside(settings.default_size, settings.sizes), Why.OUTSIDE),
            Misfit("default_n", _over(settings.default_n, self.n_limit), Why.OUTSIDE),
        )
        return tuple(one for one in found if one.values)

    def _is_able(self, model: Model) -> bool:
        qualities, sizes = self.settings.qualities, self.settings.sizes
        return (not qualities or not set(qualities).isdisjoint(model.qualities)) and (
            not sizes or any(takes_size(model, one) for one in sizes)
        )

    @staticmethod
    def _check(
        option: str, value: str, offered: tuple[str, ...], options: Options, *, among: tuple[str, ...] | None = None
    ) -> None:
        if value not in offered and (among is None or value in among):
            raise _refusal(option, value, offered, options)


def values_of(models: Sequence[Model]) -> dict[str, tuple[str, ...]]:
    """List what at least one of some models has of the options that not all have, by the fields of a request."""
    has_frames = any(OutputFormat.GIF in model.formats for model in models)
    fidelities = tuple(InputFidelity) if any(model.input_fidelity for model in models) else ()
    return {
        "quality": _united(model.qualities for model in models),
        "background": _united(model.backgrounds for model in models),
        "output_format": _united(model.formats for model in models),
        "complexity": _united(model.complexities for model in models),
        "fidelity": fidelities,
        "frames": tuple(map(str, FRAMES)) if has_frames else (),
        "frame_ms": tuple(map(str, FRAME_MS)) if has_frames else (),
    }


def _united(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for values in lists for one in values))


def _outside(value: str | None, among: Collection[str]) -> tuple[str, ...]:
    return (value,) if value is not None and among and value not in among else ()


def _over(value: int | None, most: int) -> tuple[str, ...]:
    return (str(value),) if value is not None and value > most else ()


def _first(values: Iterable[str | None], goes: Callable[[str], bool], otherwise: str) -> str:
    return next((one for one in values if one is not None and goes(one)), otherwise)


def _refusal(option: str, value: str, offered: tuple[str, ...], options: Options) -> OptionNotOffered:
    return OptionNotOffered(option=option, value=value, offered=offered, model=options.model, of_server=True)
