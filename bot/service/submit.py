"""Take a request in: check it before anything is downloaded or paid, then run its job."""

import hashlib
import hmac
from dataclasses import dataclass

from bot.domain.errors import EditsNotOffered, MaskForSeveralPictures, MaskNotOffered, OptionNotOffered
from bot.domain.models import Catalogue
from bot.domain.options import N_LIMIT, Options, check_options, check_prompt
from bot.domain.request import ApiCall, ImageRequest
from bot.jobs.image_job import ImageJob, JobResult


@dataclass(frozen=True, slots=True)
class Rules:
    """What this bot and its provider allow.

    `enabled` are the models that may be chosen, `n_limit` is the ceiling of `n`. `edits` and `takes_mask` say what
    the provider can do, and `mask_applies_to_first` whether a mask may come with several pictures.
    """

    enabled: tuple[str, ...]
    n_limit: int = N_LIMIT
    edits: bool = True
    takes_mask: bool = True
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
        if pictures and not self.rules.edits:
            raise EditsNotOffered
        if masked and not self.rules.takes_mask:
            raise MaskNotOffered
        if masked and pictures > 1 and not self.rules.mask_applies_to_first:
            raise MaskForSeveralPictures(pictures=pictures)

    async def prepare(self, request: ImageRequest, *, user_id: int, job: str) -> ApiCall:
        """Make the call of a request that `check` let through; its files are not needed any more afterwards.

        `user_id` is the asker's, `job` names the request: it is the idempotency key of the call.

        Raises:
            BadImage, BadMask: a file in it cannot be used; nothing was paid.
        """
        return await self._job.prepare(request, key=f"easel-{job}", user=self._opaque(user_id))

    async def draw(self, call: ApiCall) -> JobResult:
        """Make the pictures of a call.

        Raises:
            ContentRefused, ProviderError: the images API gave no pictures.
        """
        return await self._job.draw(call)

    def _opaque(self, user_id: int) -> str:
        """Name the asker so that the provider can report abuse, and nobody can tell who it is."""
        return hmac.new(self._user_key, str(user_id).encode(), hashlib.sha256).hexdigest()[:32]
