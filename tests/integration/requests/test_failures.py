"""What goes wrong, as the asker meets it: two sentences, in the place of the picture."""

import pytest

from bot.demo.api import create_app, serve
from tests.integration.conftest import Start, World, told
from tests.integration.pictures import mask_png, photo_png

PROVIDER = {
    "demo:refuse": ("safety system", "Nothing was spent"),
    "demo:rate": ("too busy right now", "Nothing was spent"),
    "demo:quota": ("out of money", "Nothing was spent"),
    "demo:key": ("doesn't accept this bot's key", "Nothing was spent"),
    "demo:model": ("doesn't have the model", "Nothing was spent"),
    "demo:outage": ("didn't answer, or stopped partway", "Nothing was spent"),
    "demo:broken": ("had no complete picture", "Nothing was spent"),
    "demo:html": ("had no complete picture", "Nothing was spent"),
}


async def answer(world: World, prompt: str, **options: object) -> str:
    result = await world.imagine(prompt, **options)
    assert told(result).attachments == []
    return told(result).content


@pytest.mark.parametrize("prompt", PROVIDER)
async def test_each_failure_of_the_provider_has_its_own_sentence(world: World, prompt: str) -> None:
    text = await answer(world, prompt)
    assert all(words in text for words in PROVIDER[prompt])


async def test_an_answer_that_was_paid_for_and_holds_no_picture_is_told_as_such(start: Start) -> None:
    runner, url = await serve(create_app(), port=0)
    world = await start(images_provider="compatible", images_base_url=url)
    try:
        for prompt in ("demo:broken", "demo:html"):
            text = await answer(world, prompt)
            assert "had no complete picture" in text
            assert "may have charged" in text
    finally:
        await runner.cleanup()


async def test_a_provider_that_is_not_there_is_told(start: Start) -> None:
    world = await start(images_provider="compatible", images_base_url="http://127.0.0.1:9/v1")
    text = await answer(world, "a fox")
    assert "didn't answer" in text
    assert "Nothing was spent" in text


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"quality": "max", "model": "gpt-image-2"}, "doesn't support `quality` max"),
        (
            {"background": "transparent", "model": "gpt-image-2"},
            "Choose auto or opaque, or use the model gpt-image-2.5-flare",
        ),
        ({"background": "transparent", "format": "jpeg"}, "JPEG can't be transparent"),
        ({"size": "3840x2160", "model": "gpt-image-1"}, "doesn't support `size` 3840x2160"),
        ({"model": "somebody-elses"}, "isn't available here"),
    ],
)
async def test_a_wrong_option_gets_its_sentence_before_anything_is_asked_for(
    world: World, options: dict[str, str], words: str
) -> None:
    text = await answer(world, "a fox", **options)
    assert words in text
    assert "Nothing was spent" in text


async def test_a_blank_prompt_gets_its_sentence(world: World) -> None:
    assert "The prompt is empty" in await answer(world, "   ")


async def test_a_failure_mentions_nobody(world: World) -> None:
    text = await answer(world, "a fox", model="@everyone")
    assert "\\@everyone" in text


async def test_logs_hold_no_prompt_and_no_picture(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    await world.imagine("a very secret fox")
    await world.imagine("a very secret fox demo:outage")
    await world.imagine("a very secret fox", quality="max", model="gpt-image-2")
    logged = "".join(capsys.readouterr())
    assert all(event in logged for event in ("job_delivered", "provider_failed", "request_refused"))
    assert "secret" not in logged


async def test_a_failure_of_easel_itself_is_told_and_logged(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.app.core.offload.close()
    text = await answer(world, "a fox")
    assert "Something went wrong in Easel itself" in text
    assert "job_broke" in "".join(capsys.readouterr())


async def test_a_provider_without_edits_says_so_before_anything_is_downloaded(start: Start) -> None:
    world = await start(images_omit_fields="image")
    result = await world.edit(image=("a.png", photo_png()))
    assert result.response is not None
    assert "can't edit pictures" in result.response.content


async def test_a_provider_without_masks_says_so(start: Start) -> None:
    world = await start(images_omit_fields="mask")
    result = await world.edit(image=("a.png", photo_png()), mask=("m.png", mask_png()))
    assert result.response is not None
    assert "doesn't support masks" in result.response.content
