"""A picture that came opaque although a transparent one was asked for says so: its pixels decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.contract.scripted import Provider, Script, answer
from tests.integration.pictures import encode
from tests.integration.results.results import drawn

if TYPE_CHECKING:
    from tests.integration.conftest import Start

CLEAR, OPAQUE = (encode(Image.new("RGBA", (64, 64), (200, 90, 20, alpha))) for alpha in (0, 255))
OPAQUE_WEBP = encode(Image.new("RGB", (64, 64)), "WEBP")
ONE, SOME = "but the picture isn't transparent", "but not every picture is transparent"


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (answer(OPAQUE), ONE),
        # What the provider says of it counts for nothing.
        (answer(OPAQUE_WEBP, background="transparent"), ONE),
        (answer(CLEAR, background="opaque"), None),
        (answer(CLEAR, OPAQUE), SOME),
        (answer(CLEAR, CLEAR), None),
    ],
)
async def test_an_opaque_answer_to_a_transparent_request_says_so(start: Start, came: Script, said: str | None) -> None:
    async with Provider() as provider:
        provider.script(came)
        world = await start(images_provider="compatible", images_base_url=provider.base_url)
        line = (await drawn(world, background="transparent", n=2)).content
    assert "had no effect" not in line
    assert [words for words in (ONE, SOME) if words in line] == ([said] if said else [])
