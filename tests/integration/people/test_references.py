"""Pictures that people put aside, and the request that they go with."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image
from sqlalchemy import func, select, update

from bot.domain.budget import Budget
from bot.service.references import REFERENCES_LAST
from bot.store.money.tables import charges
from bot.store.people.tables import reference_pictures
from bot.wiring.people import PeopleFeature
from bot.words.mentions import command
from tests.integration.conftest import told
from tests.integration.pictures import encode, mask_png, opened, photo_png

if TYPE_CHECKING:
    from pathlib import Path

    import discord
    import simcord
    from simcord.results import InteractionResult, ResponseMessage
    from sqlalchemy import Connection

    from tests.integration.conftest import Start, World


async def posted(world: World, *sizes: tuple[int, int], prefix: str = "") -> discord.Message:
    """Have bruno post pictures of these sizes."""
    files = [(f"{prefix}{number}.png", photo_png(*size)) for number, size in enumerate(sizes or ((640, 480),))]
    return await world.bruno.send(world.channel, attachments=files)


async def put_aside(
    world: World, message: discord.Message | ResponseMessage, *, by: simcord.MemberActor | None = None
) -> ResponseMessage:
    result = await (by or world.ada).context_menu(world.channel, "Use as reference", message)
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


async def listed(world: World, *, by: simcord.MemberActor | None = None) -> ResponseMessage:
    result = await (by or world.ada).slash(world.channel, "references")
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


async def sizes_listed(world: World) -> list[tuple[int, int]]:
    return [opened(await one.read()).size for one in (await listed(world)).attachments]


async def sizes_sent(world: World, result: InteractionResult) -> list[tuple[int, int]]:
    files = await world.files_of(result._interaction.id)
    return [opened(data).size for label, data in files if label.startswith("image")]


def shown(result: InteractionResult) -> ResponseMessage:
    return told(result)


async def grow_older(world: World, by: timedelta) -> None:
    """Let time pass for what is put aside."""

    def work(connection: Connection) -> None:
        rows = list(connection.execute(select(reference_pictures.c.id, reference_pictures.c.expires_at)))
        for row in rows:
            older = update(reference_pictures).where(reference_pictures.c.id == row.id)
            connection.execute(older.values(expires_at=row.expires_at - by))

    await world.database.write(work)


async def charged(world: World) -> int:
    query = select(func.count()).select_from(charges)
    count: int = await world.database.read(lambda connection: connection.execute(query).scalar_one())
    return count


def kept_files(tmp_path: Path) -> list[Path]:
    return [one for one in (tmp_path / "blobs").rglob("*") if one.is_file()]


async def test_what_is_put_aside_is_shown_to_its_asker_alone_with_its_pictures_and_its_end(world: World) -> None:
    answer = await put_aside(world, await posted(world, (320, 240), (480, 240)))
    assert f"2 reference pictures for your next {command('imagine')} or {command('edit')}" in answer.content
    assert [opened(await one.read()).size for one in answer.attachments] == [(320, 240), (480, 240)]
    found = re.search(r"until <t:(\d+):t>", answer.content)
    assert found is not None
    left = datetime.fromtimestamp(int(found[1]), UTC) - datetime.now(UTC)
    assert REFERENCES_LAST - timedelta(minutes=1) < left <= REFERENCES_LAST
    again = await listed(world)
    assert again.content == answer.content
    assert await sizes_listed(world) == [(320, 240), (480, 240)]
    assert await charged(world) == 0


async def test_who_has_put_nothing_aside_is_told_how_that_is_done(world: World) -> None:
    await put_aside(world, await posted(world), by=world.bruno)
    answer = await listed(world)
    assert "You have no reference pictures" in answer.content
    assert (answer.attachments, answer.components) == ([], [])


async def test_references_make_an_edit_of_the_next_imagine_and_are_used_up_by_it(world: World, tmp_path: Path) -> None:
    await put_aside(world, await posted(world, (320, 240), (480, 240)))
    first = await world.imagine("a fox in this style")
    assert await sizes_sent(world, first) == [(320, 240), (480, 240)]
    assert len(shown(first).attachments) == 1
    assert "You have no reference pictures" in (await listed(world)).content
    assert {one.parent.name for one in kept_files(tmp_path)} == {str(first._interaction.id)}
    second = await world.imagine("a fox")
    assert await sizes_sent(world, second) == []


async def test_references_follow_the_pictures_of_the_next_edit(world: World) -> None:
    await put_aside(world, await posted(world, (320, 240)))
    result = await world.edit(image=("photo.png", photo_png()), mask=("mask.png", mask_png()))
    assert await sizes_sent(world, result) == [(640, 480), (320, 240)]
    assert [label for label, _ in await world.files_of(result._interaction.id)] == [
        *("image", "image", "mask"),
        *("original", "marks"),
    ]
    assert "You have no reference pictures" in (await listed(world)).content


async def test_references_of_one_person_do_not_go_with_anothers_request(world: World) -> None:
    await put_aside(world, await posted(world))
    result = await world.ask(world.bruno, "imagine", prompt="a hare")
    assert await sizes_sent(world, result) == []
    assert len((await listed(world)).attachments) == 1


async def test_a_picture_of_ours_that_was_put_aside_is_the_parent_of_what_is_made_with_it(world: World) -> None:
    made = await world.ask(world.bruno, "imagine", prompt="a fox in snow")
    await put_aside(world, shown(made))
    result = await world.imagine("the same fox at night")
    [parent] = [file.parent for file in (await world.jobs.load(result._interaction.id)).files]
    assert parent is not None
    assert parent.job_id == made._interaction.id


async def test_references_last_for_a_quarter_of_an_hour(world: World) -> None:
    await put_aside(world, await posted(world))
    await grow_older(world, timedelta(minutes=14))
    assert len((await listed(world)).attachments) == 1
    await grow_older(world, timedelta(minutes=1))
    assert "You have no reference pictures" in (await listed(world)).content
    assert await sizes_sent(world, await world.imagine()) == []


async def test_a_further_reference_keeps_the_earlier_ones_for_another_quarter_of_an_hour(world: World) -> None:
    await put_aside(world, await posted(world, (320, 240)))
    await grow_older(world, timedelta(minutes=14))
    answer = await put_aside(world, await posted(world, (480, 240)))
    assert "2 reference pictures for your next" in answer.content
    await grow_older(world, timedelta(minutes=14))
    assert await sizes_listed(world) == [(320, 240), (480, 240)]


async def test_clear_takes_all_away_with_its_files(world: World, tmp_path: Path) -> None:
    await put_aside(world, await posted(world), by=world.bruno)
    before = kept_files(tmp_path)
    await put_aside(world, await posted(world, (320, 240)))
    answer = await put_aside(world, await posted(world, (480, 240)))
    await world.ada.click(answer, label="Clear")
    assert "Cleared" in answer.content
    assert (answer.attachments, answer.components) == ([], [])
    assert "You have no reference pictures" in (await listed(world)).content
    assert len((await listed(world, by=world.bruno)).attachments) == 1
    assert kept_files(tmp_path) == before
    assert await sizes_sent(world, await world.imagine()) == []


async def test_references_and_their_button_outlive_a_restart(world: World) -> None:
    answer = await put_aside(world, await posted(world))
    again = await world.restarted()
    assert len((await listed(again)).attachments) == 1
    await again.ada.click(answer, label="Clear")
    assert "You have no reference pictures" in (await listed(again)).content


async def test_a_request_that_the_budget_refuses_leaves_them_there(start: Start) -> None:
    world = await start(budgets=(Budget.from_text("user/day=1 pictures"),))
    await put_aside(world, await posted(world))
    refused = await world.imagine(n=2)
    assert "take you over today's limit" in shown(refused).content
    result = await world.imagine()
    assert await sizes_sent(world, result) == [(640, 480)]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"image": ("photo.png", b"hello")}, "isn't a PNG"),
        ({"image": ("photo.png", photo_png()), "mask": ("mask.png", mask_png(480, 480))}, "shapes don't match"),
    ],
)
async def test_a_request_with_a_bad_file_leaves_them_there(world: World, options: dict[str, Any], words: str) -> None:
    await put_aside(world, await posted(world))
    assert words in shown(await world.edit(**options)).content
    assert len((await listed(world)).attachments) == 1


async def test_ten_can_be_put_aside_and_no_more(world: World, tmp_path: Path) -> None:
    await put_aside(world, await posted(world, *[(64, 48)] * 8))
    refused = await put_aside(world, await posted(world, *[(64, 48)] * 3))
    assert "That makes 11 pictures, and the limit is 10" in refused.content
    assert "/references" in refused.content
    assert len(kept_files(tmp_path)) == 8
    await put_aside(world, await posted(world, *[(64, 48)] * 2))
    answer = await listed(world)
    assert "10 reference pictures for your next" in answer.content
    assert len(answer.attachments) == 10
    result = await world.imagine()
    assert len(await sizes_sent(world, result)) == 10


async def test_references_that_make_too_many_pictures_with_those_of_the_edit_are_told(world: World) -> None:
    await put_aside(world, await posted(world, *[(64, 48)] * 10))
    further: dict[str, Any] = {f"image{place}": (f"{place}.png", photo_png(64, 48)) for place in range(2, 8)}
    refused = await world.edit(image=("1.png", photo_png(64, 48)), **further)
    assert "That makes 17 pictures, and the limit is 16" in shown(refused).content
    assert f"clear your reference pictures with {command('references')}" in shown(refused).content
    assert await charged(world) == 0
    assert len((await listed(world)).attachments) == 10


@pytest.mark.parametrize("by", ["person", "server"])
async def test_a_picture_that_may_not_be_edited_is_not_put_aside_and_that_is_said(
    world: World, by: str, tmp_path: Path
) -> None:
    if by == "person":
        await world.app.feature(PeopleFeature).privacy.set_edits_by_others(world.bruno.id, allowed=False)
    else:
        await world.app.feature(PeopleFeature).privacy.set_edits_of_uploads(world.guild.id, allowed=False)
    answer = await put_aside(world, await posted(world))
    who = "The owner of this picture" if by == "person" else "This server"
    assert f"{who} doesn't allow edits" in answer.content
    assert answer.attachments == []
    assert kept_files(tmp_path) == []
    own = await put_aside(world, await posted(world), by=world.bruno)
    assert len(own.attachments) == 1


async def test_a_message_without_a_picture_has_nothing_to_put_aside(world: World) -> None:
    answer = await put_aside(world, await world.bruno.send(world.channel, "no picture"))
    assert "can't find a picture in that message" in answer.content


async def test_a_file_that_is_no_picture_is_told(world: World) -> None:
    message = await world.bruno.send(world.channel, attachments=[("a.png", b"hello")])
    assert "isn't a PNG, JPEG, WebP, GIF, AVIF, HEIC, BMP or TIFF picture" in (await put_aside(world, message)).content
    assert "You have no reference pictures" in (await listed(world)).content


async def test_what_was_covered_is_covered_in_the_list(world: World) -> None:
    await put_aside(world, await posted(world, prefix="SPOILER_"))
    assert [one.filename for one in (await listed(world)).attachments] == ["SPOILER_reference-1.png"]


async def test_what_is_made_of_something_covered_is_covered(world: World) -> None:
    await put_aside(world, await posted(world, prefix="SPOILER_"))
    [made] = shown(await world.imagine()).attachments
    assert made.is_spoiler()
    await put_aside(world, await posted(world, prefix="SPOILER_"))
    preview = shown(await world.edit(image=("photo.png", photo_png()), preview=True))
    answer = (await world.ada.click(preview, label="Go")).response
    await world.all_ended()
    assert answer is not None
    assert [one.is_spoiler() for one in answer.attachments] == [True]
    [plain] = shown(await world.imagine()).attachments
    assert not plain.is_spoiler()


async def test_pictures_that_are_too_large_for_one_message_are_left_out_of_the_list_alone(world: World) -> None:
    noise = np.random.default_rng(7).integers(1, 255, (1500, 1500, 4), dtype=np.uint8)
    data = encode(Image.fromarray(noise, "RGBA"), compress_level=0)
    message = await world.bruno.send(world.channel, attachments=[(f"{number}.png", data) for number in range(3)])
    answer = await put_aside(world, message)
    assert "3 reference pictures for your next" in answer.content
    assert len(answer.attachments) == 2
    assert len(await sizes_sent(world, await world.imagine())) == 3


async def test_an_imagine_with_references_that_is_shown_first_takes_them_along(world: World) -> None:
    await put_aside(world, await posted(world, (320, 240)))
    given_up = shown(await world.edit(image=("photo.png", photo_png()), preview=True))
    await world.ada.click(given_up, label="Cancel")
    assert "1 reference picture for your next" in (await listed(world)).content
    preview = shown(await world.edit(image=("photo.png", photo_png()), preview=True))
    result = await world.ada.click(preview, label="Go")
    await world.all_ended()
    assert await sizes_sent(world, result) == [(640, 480), (320, 240)]
    assert "You have no reference pictures" in (await listed(world)).content
