"""The models that can be chosen at each account: the bot's own, and any that servers can have keys of their own for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bot.domain.errors import InvalidRequest
from bot.domain.options import Options
from bot.domain.server_key import ServerKey


class OfferedModels:
    """The models of each account, those of the bot's own as they are now."""

    def __init__(self, own: tuple[str, ...], *, by_provider: Mapping[str, tuple[str, ...]]) -> None:
        """Begin with the bot's `own`; `by_provider` are those of each provider that a server can have a key for."""
        self._own = own
        self.by_provider = by_provider

    @property
    def everywhere(self) -> tuple[str, ...]:
        """All that anybody can choose anywhere, the bot's own first."""
        others = (name for names in self.by_provider.values() for name in names)
        return tuple(dict.fromkeys((*self._own, *others)))

    def of(self, key: ServerKey | None) -> tuple[str, ...]:
        """List the models of a key's account; without a key, of the bot's own."""
        return self._own if key is None else self.by_provider.get(key.provider, self._own)

    def change(self, own: tuple[str, ...]) -> bool:
        """Offer other models of the bot's own from now on; say whether they are others."""
        changed, self._own = own != self._own, own
        return changed


def find_other_model(options: Options, models: Iterable[str], *, check: Callable[[Options], None]) -> str | None:
    """Find the first of some models, but for the one that was asked, of which the same could be asked.

    `check` raises InvalidRequest for options that do not go.
    """
    for model in models:
        if model == options.model:
            continue
        try:
            check(replace(options, model=model))
        except InvalidRequest:
            continue
        return model
    return None
