"""The images API client: generate, edit, and a check that costs nothing."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Self

from bot.domain.errors import (
    BadAnswer,
    EaselError,
    EditsNotOffered,
    FormatNotGranted,
    MaskNotOffered,
    OptionNotOffered,
    ProviderDown,
    ProviderPaused,
    RateLimited,
    TooManyPictures,
)
from bot.domain.options import Options
from bot.domain.ports import OnBody, OnPartial, OnWait
from bot.domain.request import ApiAnswer, ApiCall
from bot.proxy.breaker import Breaker, Passage
from bot.proxy.call import RunningCall
from bot.proxy.check import Check, Trial, check_provider, fetch_models, try_without_prompt
from bot.proxy.failures import retry_facts
from bot.proxy.profile import Profile
from bot.proxy.retry import is_short
from bot.proxy.transport import Transport

NOT_GRANTED_SECONDS = 3600.0
"""How long a format that the account may not ask for is not asked for again."""


class ImagesClient:
    """A provider's images API, as the port `ImagesApi` wants it.

    All attempts at a call share its time limit and, where the provider takes one, its idempotency key. A field that
    the provider refuses as unknown is left out from then on, for that model. `breaker` tells how the provider is doing.
    Close the client with `close`, or use
    it as a context manager.
    """

    def __init__(
        self, profile: Profile, *, partial_images: int = 2, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Take a profile, and how many sketches to ask for when somebody wants to see them (0 to 3).

        `clock` counts seconds, for the breaker and for what was refused.
        """
        self.profile = profile
        self._partial_images = partial_images
        self._transport = Transport(profile)
        self._clock = clock
        self.breaker = Breaker(clock)
        self._ungranted: dict[tuple[str, str], float] = {}
        self._untaken: defaultdict[tuple[str, str], set[str]] = defaultdict(set)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()

    async def generate(
        self,
        call: ApiCall,
        *,
        on_partial: OnPartial | None = None,
        on_body: OnBody | None = None,
        on_wait: OnWait | None = None,
    ) -> ApiAnswer:
        """Make pictures from a prompt.

        With `on_partial` the answer is asked for as a stream, where the provider has that. `on_body` is awaited
        before the body of an answer that is no stream is read.

        Raises:
            ContentRefused: by the provider's safety system.
            ProviderError: which one says what failed, and `may_have_cost` whether it may have been charged.
        """
        return await self._run("generations", call, on_partial, on_body, on_wait)

    async def edit(
        self,
        call: ApiCall,
        *,
        on_partial: OnPartial | None = None,
        on_body: OnBody | None = None,
        on_wait: OnWait | None = None,
    ) -> ApiAnswer:
        """Edit the pictures of a call; neither a mask nor marks are ever dropped in silence.

        With `on_partial` the answer is asked for as a stream, where the provider has that. `on_body` is awaited
        before the body of an answer that is no stream is read.

        Raises:
            EditsNotOffered: the provider has none.
            MaskNotOffered: the provider takes none.
            OptionNotOffered: it takes no marks over a picture.
            TooManyPictures: more than the provider takes with one request.
            FormatNotGranted: the account may not ask for that format, as the provider said within the last hour.
            ProviderPaused: it fails for everybody, and was not asked.
            ContentRefused: by the provider's safety system.
            ProviderError: which one says what failed, and `may_have_cost` whether it may have been charged.
        """
        if not self.profile.edits:
            raise EditsNotOffered
        if call.mask is not None and not self.profile.takes_mask:
            raise MaskNotOffered
        if call.markup is not None and not self.profile.takes_markup:
            raise OptionNotOffered(option="markup", value="", offered=(), model=call.options.model)
        if len(call.images) > self.profile.images_at_most:
            raise TooManyPictures(pictures=len(call.images), limit=self.profile.images_at_most)
        return await self._run("edits", call, on_partial, on_body, on_wait)

    async def check(self, model: str) -> Check:
        """Find out whether the provider is there, takes the key and has the model, without paying."""
        return await check_provider(self._transport, self.profile, model)

    async def try_without_prompt(self, model: str) -> Trial:
        """Try path, key and model with a request that draws nothing, where the provider is known for that."""
        return await try_without_prompt(self._transport, self.profile, model)

    async def fetch_models(self) -> frozenset[str] | None:
        """List the names of the provider's models, or None where it has no list, or none that says what it draws with.

        It never fails: what cannot be had is as good as not there.
        """
        return await fetch_models(self._transport, self.profile)

    async def _run(
        self,
        operation: str,
        call: ApiCall,
        on_partial: OnPartial | None,
        on_body: OnBody | None,
        on_wait: OnWait | None,
    ) -> ApiAnswer:
        self._check_granted(call.options)
        passage = await self._enter(on_wait)
        running = RunningCall(
            call,
            operation=operation,
            profile=self.profile,
            transport=self._transport,
            untaken=self._untaken[operation, call.options.model],
            deadline=asyncio.get_running_loop().time() + self.profile.total_timeout_seconds,
            breaker=self.breaker,
            passage=passage,
        )
        try:
            return await running.run(on_partial, on_body, on_wait, partial_images=self._partial_images)
        except EaselError as error:
            self._learn(error, passage)
            raise
        finally:
            self.breaker.leave(passage)

    async def _enter(self, on_wait: OnWait | None) -> Passage:
        """Wait for a provider that is paused where that is soon over.

        Raises:
            ProviderPaused: it is not, or another call that was let through first has failed too.
        """
        passage = self.breaker.enter()
        seconds = self.breaker.health.next_try_seconds
        if passage is None and is_short(seconds):
            if on_wait is not None:
                on_wait(seconds or 0)
            await asyncio.sleep(seconds or 0)
            passage = self.breaker.enter()
        if passage is None:
            raise ProviderPaused(**retry_facts(self.breaker.health.next_try_seconds))
        return passage

    def _learn(self, error: EaselError, passage: Passage) -> None:
        if isinstance(error, FormatNotGranted):
            self._ungranted[error.model, error.output_format] = self._clock() + NOT_GRANTED_SECONDS
        if isinstance(error, ProviderDown):
            self.breaker.failed(passage)
        elif not isinstance(error, (RateLimited, BadAnswer)):
            self.breaker.answered()

    def ungranted(self) -> frozenset[tuple[str, str]]:
        """List the formats, each with its model, that the provider has refused this account within the last hour."""
        now = self._clock()
        self._ungranted = {one: until for one, until in self._ungranted.items() if now < until}
        return frozenset(self._ungranted)

    def _check_granted(self, options: Options) -> None:
        if (options.model, options.output_format.value) in self.ungranted():
            raise FormatNotGranted(output_format=options.output_format.value, model=options.model)
