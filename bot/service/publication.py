"""What may become public: the one gate for every picture that is kept and put where others see it."""

from collections.abc import Iterable

from bot.domain.errors import BarredHere, ModerationLower
from bot.domain.job import Job
from bot.domain.options import Moderation
from bot.domain.server import Doing
from bot.service.server_rules import AppliedRules
from bot.store.moderation.reports import Reports


class Publication:
    """Holds a picture against the rules of the place where it is about to be seen.

    The rules are loaded for whoever asks, which refuses those who are muted.
    """

    def __init__(self, reports: Reports) -> None:
        self._reports = reports

    async def check_post(self, job: Job, places: Iterable[int], *, applied_rules: AppliedRules) -> None:
        """Refuse to post pictures of a job, under its prompt, where a request like it is not welcome.

        Raises:
            ClosedHere: where it is open, and to whom.
            WordRefused, ModerationLower, BarredHere, StoreUnavailable: as `check` does.
        """
        applied_rules.check_opening(Doing.EDIT if job.files else Doing.IMAGINE)
        await self.check(job, places, applied_rules=applied_rules)

    async def check(
        self, job: Job, places: Iterable[int], *, applied_rules: AppliedRules, shows_prompt: bool = True
    ) -> None:
        """Refuse pictures of a job that the place of these rules does not want to see.

        Raises:
            WordRefused: the prompt is shown, and holds a word that the server does not want.
            ModerationLower: it was made with lower moderation than there is.
            BarredHere: it was reported in this server, and its moderators have not kept it.
            StoreUnavailable: the database does not answer.
        """
        if shows_prompt:
            await applied_rules.check_words(job.prompt)
        caller = applied_rules.caller
        if caller.guild_id is None:
            return
        stays = job.origin.channel_id in caller.channel_ids
        if job.options.moderation is Moderation.LOW and not stays and applied_rules.moderation is not Moderation.LOW:
            raise ModerationLower
        if not (await self._reports.barred_places(job.id, caller.guild_id)).isdisjoint(places):
            raise BarredHere
