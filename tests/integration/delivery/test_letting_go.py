"""What was posted is gone from memory at once, and does not wait for a garbage collection."""

import gc
from io import BytesIO

from tests.integration.conftest import World
from tests.integration.gallery.galleries import gallery_page, shared, with_gallery


def _pictures_held() -> list[BytesIO]:
    return [
        one
        for one in gc.get_objects()
        if isinstance(one, BytesIO) and not one.closed and one.getvalue().startswith(b"\x89PNG")
    ]


async def test_a_posted_picture_is_not_held(world: World) -> None:
    before = _pictures_held()
    gc.disable()
    try:
        result = await world.imagine(n=4)
        held = [one for one in _pictures_held() if one not in before]
    finally:
        gc.enable()
    assert result.response is not None
    assert len(result.response.attachments) == 4
    assert held == []


async def test_a_picture_that_was_shown_in_the_gallery_is_not_held(world: World) -> None:
    await shared(world, await with_gallery(world))
    before = _pictures_held()
    gc.disable()
    try:
        await gallery_page(world, "new")
        held = [one for one in _pictures_held() if one not in before]
    finally:
        gc.enable()
    assert held == []
