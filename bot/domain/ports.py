"""The roles that the outside world plays for us."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.domain.request import ApiAnswer, ApiCall, PartialPicture

OnPartial = Callable[[PartialPicture], Awaitable[None]]
"""Called with each partial picture as it arrives."""


class ImagesApi(Protocol):
    """An images API: OpenAI's, or one that speaks as it does."""

    async def generate(self, call: ApiCall, *, on_partial: OnPartial | None = None) -> ApiAnswer:
        """Make pictures from a prompt; `call` has no images."""
        ...

    async def edit(self, call: ApiCall, *, on_partial: OnPartial | None = None) -> ApiAnswer:
        """Edit the pictures of `call`, of which there is at least one."""
        ...
