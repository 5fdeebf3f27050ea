"""What was posted is gone from memory at once, and does not wait for a garbage collection."""

import gc
from io import BytesIO

from tests.integration.conftest import World


def _files_held() -> list[BytesIO]:
    # discord.py replaces the `close` of every file that it takes.
    return [one for one in gc.get_objects() if isinstance(one, BytesIO) and "close" in vars(one) and not one.closed]


async def test_a_posted_picture_is_not_held(world: World) -> None:
    gc.disable()
    try:
        result = await world.imagine(n=4)
        held = _files_held()
    finally:
        gc.enable()
    assert result.response is not None
    assert len(result.response.attachments) == 4
    assert held == []
