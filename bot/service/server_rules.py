"""The rules of a server: loaded for every request, and held against it before anything is paid."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.domain.budget import Budget, Scope
from bot.domain.errors import ClosedHere, Muted, StorageDown, WordRefused
from bot.domain.masked_edits import MaskedEdits
from bot.domain.models import Catalogue
from bot.domain.offer import Offer
from bot.domain.options import Moderation, Options
from bot.domain.server import INHERITED, Doing, ServerSettings
from bot.domain.server_key import ServerKey
from bot.domain.word_filter import compile_words
from bot.service.offered import OfferedModels
from bot.store.errors import StoreError
from bot.store.jobs.admission import Limits
from bot.store.people.request_rules import RequestRules

LOAD_SECONDS = 1.0
"""The longest that a request waits for the rules: Discord waits 3 s for its acknowledgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Where something is asked for, and by whom.

    `channel_ids` are those of the channel and, of a thread, of its parent. `age_restricted` is what Discord says of it.
    `guild_id` is None in a direct message. `may_name` says of which channels those may know who read a refusal.
    """

    user_id: int
    guild_id: int | None
    channel_ids: frozenset[int] = frozenset()
    role_ids: frozenset[int] = frozenset()
    age_restricted: bool = False
    may_name: Callable[[int], bool] = field(default=lambda _: True, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedRules:
    """The rules that hold for one request; `key` is the server's own that pays for it, None: the bot pays.

    `masked_edits` is what the bot has where the server has said nothing. `may_have_references`: nobody has looked
    whether the caller has put pictures aside, or somebody has, and there are some.
    """

    caller: Caller
    settings: ServerSettings
    offer: Offer
    key: ServerKey | None = None
    masked_edits: MaskedEdits = MaskedEdits.EXACT
    may_have_references: bool = True

    async def check(self, prompt: str, options: Options, *, pictures: int) -> None:
        """Refuse what the server does not want of a request that goes with this bot; an edit has `pictures`.

        Raises:
            ClosedHere: where it is open, and to whom.
            WordRefused: the prompt holds a word that the server does not want.
            OptionNotOffered: which option the server leaves out, and what can be chosen here.
        """
        self.check_opening(Doing.EDIT if pictures else Doing.IMAGINE)
        await self.check_words(prompt)
        self.offer.check(options)

    def at(self, caller: Caller) -> "AppliedRules":
        """Give the rules of another place in the same server."""
        return replace(self, caller=caller)

    async def check_words(self, prompt: str) -> None:
        """Refuse a prompt with words that the server does not want to read.

        Raises:
            WordRefused: it holds one.
        """
        words = self.settings.words
        if not words:
            return
        refused = await asyncio.to_thread(_refuses, words, prompt)
        if refused:
            raise WordRefused

    def check_opening(self, doing: Doing) -> None:
        """Refuse what is not open here, or not to this person.

        Raises:
            ClosedHere: where it is open, as far as whoever reads that may know, and to whom.
        """
        try:
            self.settings.check_opening(doing, channel_ids=self.caller.channel_ids, role_ids=self.caller.role_ids)
        except ClosedHere as error:
            named = tuple(one for one in error.channel_ids if self.caller.may_name(one))
            raise ClosedHere(
                doing=error.doing,
                channel_ids=named,
                role_ids=error.role_ids,
                elsewhere=bool(error.channel_ids) and not named,
            ) from error

    def lay_over(self, options: Options) -> Options:
        """Add to a request's options what the server wants of every request."""
        return replace(
            options,
            moderation=self.moderation,
            sketches=self.settings.streaming is not False,
            masked_edits=self._masked_edits_of(options),
        )

    def _masked_edits_of(self, options: Options) -> MaskedEdits:
        """Say what becomes of the answer: what a picture is extended to or cut out of is the picture, as it was."""
        if options.works_from_original:
            return MaskedEdits.EXACT
        return self.settings.masked_edits or self.masked_edits

    def budgets(self, own: Sequence[Budget]) -> tuple[Budget, ...]:
        """List the budgets that hold here: the server's, and the bot's own where it is the bot that pays."""
        return (*(own if self.key is None else ()), *budgets_of(self.settings, self.caller.guild_id))

    def limits(self, own: Limits) -> Limits:
        """Give the limits that hold here: of the bot's and the server's the lower one."""
        settings = self.settings
        return replace(
            own,
            per_server=min(own.per_server, settings.jobs_per_server or own.per_server),
            per_user_here=settings.jobs_per_user,
        )

    @property
    def moderation(self) -> Moderation | None:
        """How strict the provider is to be there; None is its default."""
        low = not self.caller.channel_ids.isdisjoint(self.settings.low_moderation_channel_ids)
        return Moderation.LOW if low and self.caller.age_restricted else self.settings.moderation


class ServerRules:
    """The rules of all servers, as they are right now: nothing is remembered, so that a change works at once."""

    def __init__(
        self,
        request_rules: RequestRules,
        *,
        catalogue: Catalogue,
        offered: OfferedModels,
        ungranted: Callable[[ServerKey | None], frozenset[tuple[str, str]]],
        n_limit: int,
        masked_edits: MaskedEdits = MaskedEdits.EXACT,
    ) -> None:
        """Lay them over what the bot has: the models that are `offered`, its own ceiling of `n`, its `masked_edits`.

        `ungranted` lists the formats, each with its model, that a key's account has no access to; None is the bot's.
        """
        self._request_rules = request_rules
        self._catalogue = catalogue
        self._offered = offered
        self._ungranted = ungranted
        self._n_limit = n_limit
        self._masked_edits = masked_edits

    async def load(self, caller: Caller) -> AppliedRules:
        """Load what holds for a person in a place; in a direct message there are no rules but the bot's.

        Raises:
            Muted: the moderators let this person use the bot no more.
            StorageDown: the database does not answer in time.
        """
        if caller.guild_id is None:
            return self._apply(caller, INHERITED, None)
        try:
            async with asyncio.timeout(LOAD_SECONDS):
                stored = await self._request_rules.load(caller.guild_id, caller.user_id, now=datetime.now(UTC))
        except (StoreError, TimeoutError) as error:
            raise StorageDown from error
        if (mute := stored.mute) is not None:
            raise Muted(ends_at=None if mute.ends_at is None else int(mute.ends_at.timestamp()))
        return self._apply(caller, stored.settings, stored.key, may_have_references=stored.has_references)

    def _apply(
        self, caller: Caller, settings: ServerSettings, key: ServerKey | None, *, may_have_references: bool = True
    ) -> AppliedRules:
        return AppliedRules(
            caller=caller,
            settings=settings,
            offer=self.offer(settings, key),
            key=key,
            masked_edits=self._masked_edits,
            may_have_references=may_have_references,
        )

    def offer(self, settings: ServerSettings, key: ServerKey | None) -> Offer:
        """Lay a server's lists over those of the bot, or of the provider that it has a key of its own for."""
        return Offer(
            settings=settings,
            catalogue=self._catalogue,
            enabled=self._offered.of(key),
            most=self._n_limit,
            ungranted=self._ungranted(key),
            is_own_account=key is not None,
        )


def _refuses(words: tuple[str, ...], prompt: str) -> bool:
    return compile_words(words).refuses(prompt)


def budgets_of(settings: ServerSettings, guild_id: int | None) -> tuple[Budget, ...]:
    """List the budgets that a server has set for itself; what is spent elsewhere does not count in them."""
    return tuple(replace(one, within=guild_id) for one in settings.budgets if one.scope is not Scope.BOT)
