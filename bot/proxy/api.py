"""The images API client: generate, edit, and a check that costs nothing."""

import asyncio
from collections import defaultdict
from typing import Self

from bot.domain.errors import EditsNotOffered, MaskNotOffered
from bot.domain.ports import OnBody, OnPartial
from bot.domain.request import ApiAnswer, ApiCall
from bot.proxy.call import RunningCall
from bot.proxy.check import Check, check_provider
from bot.proxy.profile import Profile
from bot.proxy.transport import Transport


class ImagesClient:
    """A provider's images API, as the port `ImagesApi` wants it.

    All attempts at a call share its time limit and, where the provider takes one, its idempotency key. A field that
    the provider refuses as unknown is left out from then on, for that model. Close the client with `close`, or use
    it as a context manager.
    """

    def __init__(self, profile: Profile, *, partial_images: int = 2) -> None:
        """Take a profile, and how many sketches to ask for when somebody wants to see them (0 to 3)."""
        self.profile = profile
        self._partial_images = partial_images
        self._transport = Transport(profile)
        self._untaken: defaultdict[tuple[str, str], set[str]] = defaultdict(set)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()

    async def generate(
        self, call: ApiCall, *, on_partial: OnPartial | None = None, on_body: OnBody | None = None
    ) -> ApiAnswer:
        """Make pictures from a prompt.

        With `on_partial` the answer is asked for as a stream, where the provider has that. `on_body` is awaited
        before the body of an answer that is no stream is read.

        Raises:
            ContentRefused: by the provider's safety system.
            ProviderError: which one says what failed, and `may_have_cost` whether it may have been charged.
        """
        return await self._run("generations", call, on_partial, on_body)

    async def edit(
        self, call: ApiCall, *, on_partial: OnPartial | None = None, on_body: OnBody | None = None
    ) -> ApiAnswer:
        """Edit the pictures of a call; a mask is never dropped in silence.

        With `on_partial` the answer is asked for as a stream, where the provider has that. `on_body` is awaited
        before the body of an answer that is no stream is read.

        Raises:
            EditsNotOffered: the provider has none.
            MaskNotOffered: the provider takes none.
            ContentRefused: by the provider's safety system.
            ProviderError: which one says what failed, and `may_have_cost` whether it may have been charged.
        """
        if not self.profile.edits:
            raise EditsNotOffered
        if call.mask is not None and not self.profile.takes_mask:
            raise MaskNotOffered
        return await self._run("edits", call, on_partial, on_body)

    async def check(self, model: str) -> Check:
        """Find out whether the provider is there, takes the key and has the model, without paying."""
        return await check_provider(self._transport, self.profile, model)

    async def _run(
        self, operation: str, call: ApiCall, on_partial: OnPartial | None, on_body: OnBody | None
    ) -> ApiAnswer:
        running = RunningCall(
            call,
            operation=operation,
            profile=self.profile,
            transport=self._transport,
            untaken=self._untaken[operation, call.options.model],
            deadline=asyncio.get_running_loop().time() + self.profile.total_timeout_seconds,
        )
        return await running.run(on_partial, on_body, partial_images=self._partial_images)
