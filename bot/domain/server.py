"""What a server wants: where it differs from what this bot does everywhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, Self

from bot.domain.budget import Budget
from bot.domain.errors import ClosedHere
from bot.domain.masked_edits import MaskedEdits
from bot.domain.options import Moderation


class Doing(StrEnum):
    """What a server can open to some channels and roles alone, however it is asked for."""

    IMAGINE = "imagine"
    EDIT = "edit"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where something may be done, and by whom: anywhere and by anybody where nothing is named."""

    channel_ids: tuple[int, ...] = ()
    role_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """What one server has set; what is None or empty is inherited from the settings of the bot.

    `low_moderation_channel_ids` are age-restricted channels with the lowest strictness, whatever `moderation` says.
    `words` are refused in prompts. `weekly` posts the pictures of the week into the gallery. `masked_edits` is what
    becomes of edits with a mask. `language` is what everybody is answered in, by the name of its catalogues.
    """

    gallery_channel_id: int | None = None
    reports_channel_id: int | None = None
    weekly: bool = False
    openings: Mapping[Doing, Opening] = field(default_factory=dict)
    models: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    n_limit: int | None = None
    default_model: str | None = None
    default_quality: str | None = None
    default_size: str | None = None
    default_n: int | None = None
    budgets: tuple[Budget, ...] = ()
    jobs_per_user: int | None = None
    jobs_per_server: int | None = None
    words: tuple[str, ...] = ()
    moderation: Moderation | None = None
    low_moderation_channel_ids: tuple[int, ...] = ()
    streaming: bool | None = None
    masked_edits: MaskedEdits | None = None
    language: str | None = None

    def check_opening(self, doing: Doing, *, channel_ids: Iterable[int], role_ids: Iterable[int]) -> None:
        """Refuse what is not open here, or not to somebody; a thread is its channel too, in `channel_ids`.

        Raises:
            ClosedHere: where it is open, and to whom.
        """
        opening = self.openings.get(doing)
        if opening is None:
            return
        wrong_channel = opening.channel_ids and set(channel_ids).isdisjoint(opening.channel_ids)
        wrong_role = opening.role_ids and set(role_ids).isdisjoint(opening.role_ids)
        if wrong_channel or wrong_role:
            raise ClosedHere(
                doing=doing,
                channel_ids=opening.channel_ids if wrong_channel else (),
                role_ids=opening.role_ids if wrong_role else (),
            )

    def to_record(self) -> dict[str, Any]:
        """Encode what is not inherited as JSON-ready values."""
        record = {one.name: getattr(self, one.name) for one in fields(self)}
        record = {name: value for name, value in record.items() if value != _NOTHING_OF[name]}
        encoded = {name: list(value) if isinstance(value, tuple) else value for name, value in record.items()}
        if self.budgets:
            encoded["budgets"] = [str(one) for one in self.budgets]
        if self.openings:
            encoded["openings"] = {
                doing.value: {"channel_ids": list(one.channel_ids), "role_ids": list(one.role_ids)}
                for doing, one in self.openings.items()
            }
        return encoded

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Decode what `to_record` encoded."""
        decoded: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in record.items()
        }
        if "budgets" in decoded:
            decoded["budgets"] = tuple(Budget.from_text(one) for one in decoded["budgets"])
        if "moderation" in decoded:
            decoded["moderation"] = Moderation(decoded["moderation"])
        if "masked_edits" in decoded:
            decoded["masked_edits"] = MaskedEdits(decoded["masked_edits"])
        if "openings" in decoded:
            decoded["openings"] = {
                Doing(name): Opening(channel_ids=tuple(one["channel_ids"]), role_ids=tuple(one["role_ids"]))
                for name, one in decoded["openings"].items()
            }
        return cls(**decoded)


INHERITED = ServerSettings()
"""What a server has that never said anything."""
_NOTHING_OF = {one.name: getattr(INHERITED, one.name) for one in fields(ServerSettings)}
