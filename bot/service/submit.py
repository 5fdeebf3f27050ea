"""Take a request in: check it before anything is downloaded or paid, then run its job."""

import hashlib
import hmac
from dataclasses import dataclass

from bot.domain.errors import MaskForSeveralPictures, OptionNotOffered
from bot.domain.models import Catalogue
from bot.domain.options import N_LIMIT, Options, check_options, check_prompt
from bot.domain.ports import OnPartial
from bot.domain.request import Actor, ImageRequest
from bot.jobs.image_job import ImageJob, JobResult


@dataclass(frozen=True, slots=True)
class Rules:
    """What this bot and its provider allow.

    `enabled` are the models that may be chosen, `n_limit` is the ceiling of `n`, and `mask_applies_to_first`
    says whether a mask may come with several pictures.
    """

    enabled: tuple[str, ...]
    n_limit: int = N_LIMIT
    mask_applies_to_first: bool = False


class Submissions:
    """The way in for every request, wherever it came from."""

    def __init__(self, job: ImageJob, *, catalogue: Catalogue, rules: Rules, user_key: bytes) -> None:
        self.catalogue = catalogue
        self.rules = rules
        self._job = job
        self._user_key = user_key

    def check(self, prompt: str, options: Options, *, pictures: int = 0, masked: bool = False) -> None:
        """Refuse what can be refused without the files, so that nobody waits for a download in vain.

        Raises:
            InvalidRequest: which option is wrong, and what would do.
        """
        check_prompt(prompt)
        if options.model not in self.rules.enabled:
            raise OptionNotOffered(option="model", value=options.model, offered=self.rules.enabled, model=options.model)
        check_options(options, self.catalogue.find(options.model), n_limit=self.rules.n_limit)
        if masked and pictures > 1 and not self.rules.mask_applies_to_first:
            raise MaskForSeveralPictures(pictures=pictures)

    async def run(
        self, request: ImageRequest, actor: Actor, *, job: str, on_partial: OnPartial | None = None
    ) -> JobResult:
        """Make the pictures of a request that `check` let through.

        `job` names the request: it is the idempotency key of the call.

        Raises:
            InvalidRequest: a file in it cannot be used; nothing was paid.
            ContentRefused, ProviderError: the images API gave no pictures.
        """
        return await self._job.run(request, key=f"easel-{job}", user=self._opaque(actor), on_partial=on_partial)

    def _opaque(self, actor: Actor) -> str:
        """Name the asker so that the provider can report abuse, and nobody can tell who it is."""
        return hmac.new(self._user_key, str(actor.user_id).encode(), hashlib.sha256).hexdigest()[:32]
