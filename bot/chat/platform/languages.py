"""Whose language is which: what servers have chosen, and what people's Discord was in when they were last here."""

from collections import OrderedDict
from datetime import UTC, datetime, timedelta

from bot.store.jobs.jobs import Jobs
from bot.store.server.settings import Servers
from bot.words.language.spoken import LANGUAGES, language_of, spoken

_REMEMBERED = 10_000
"""People, the last ones; of any other their last request tells."""
_OVERLAP = timedelta(minutes=1)
"""A change has the moment in which it was begun, and is seen when it is committed."""
_LOOKED_THROUGH = 20
"""Requests of a person: what was public was answered in the language of its server."""


class Languages:
    """Says in which language servers and people are answered.

    A server's is the one that it has chosen, else that of its Discord. A person's is that of their Discord; a message
    does not tell which that is, so that it is as it was with their last command or press.
    """

    def __init__(self) -> None:
        self._of_servers: dict[int, str] = {}
        self._of_people: OrderedDict[int, str] = OrderedDict()
        self._looked_at: datetime | None = None

    def note_server(self, guild_id: int, chosen: str | None) -> None:
        """Remember what a server has chosen; None is what its Discord has."""
        if chosen in LANGUAGES:
            self._of_servers[guild_id] = str(chosen)
        else:
            self._of_servers.pop(guild_id, None)

    async def load_servers(self, servers: Servers) -> None:
        """Learn what servers have chosen: of all at first, then of those that changed anything since the last look.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        now = datetime.now(UTC)
        since = None if self._looked_at is None else self._looked_at - _OVERLAP
        for guild_id, chosen in (await servers.languages(since=since)).items():
            self.note_server(guild_id, chosen)
        self._looked_at = now

    def note_person(self, user_id: int, language: str) -> None:
        """Remember the language of a person."""
        self._of_people[user_id] = language
        self._of_people.move_to_end(user_id)
        if len(self._of_people) > _REMEMBERED:
            self._of_people.popitem(last=False)

    def of_server(self, guild_id: int | None, discord_locale: str | None) -> str:
        """Name what a whole server reads; where there is none, as in a direct message, what is spoken."""
        if guild_id is None:
            return spoken()
        chosen = self._of_servers.get(guild_id)
        # Asked all the same: what the whole process speaks counts for more.
        return language_of(discord_locale) if chosen is None else language_of(chosen)

    def of_person(self, user_id: int) -> str | None:
        """Name the language of a person, None where it is not known by now."""
        return self._of_people.get(user_id)

    async def load_person(self, user_id: int, jobs: Jobs) -> str:
        """Name the language of a person, after a restart by what they last asked for; that of their own, if any was.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        known = self.of_person(user_id)
        if known is None:
            asked = [one.origin for one in await jobs.history(user_id, limit=_LOOKED_THROUGH)]
            own = [one for one in asked if one.private or one.guild_id is None]
            known = next((one.language for one in (*own, *asked)), spoken())
            self.note_person(user_id, known)
        return known
