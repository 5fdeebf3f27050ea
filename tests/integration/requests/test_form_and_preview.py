"""The form on a picture of anybody, and the overlay that shows where it changes before anything is paid."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from shutil import rmtree
from typing import TYPE_CHECKING, Any

import discord
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps
from sqlalchemy import delete, func, select, update

from bot.chat.platform.components import view_of
from bot.chat.regions.buttons import DropButton, GoButton, InvertButton, WhereSelect
from bot.domain.budget import Budget
from bot.store.money.tables import charges, daily_totals
from bot.store.people.tables import drafts
from bot.wiring.people import PeopleFeature
from tests.integration.conftest import told
from tests.integration.pictures import encode, mask, mask_png, opened, photo, photo_png

if TYPE_CHECKING:
    from pathlib import Path

    import simcord
    from simcord.results import InteractionResult, ResponseMessage

    from bot.domain.job import Job
    from tests.integration.conftest import Start, World

Alpha = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
SENDS = ("Go", "Repaint what I covered")
MASKLESS = {"images_provider": "compatible", "images_base_url": "http://127.0.0.1:9/v1"}


async def posted(world: World, *names: str) -> discord.Message:
    """Have bruno post pictures."""
    return await world.bruno.send(world.channel, attachments=[(name, photo_png()) for name in names or ("photo.png",)])


async def open_form(
    world: World, message: discord.Message | ResponseMessage, *, by: simcord.MemberActor | None = None
) -> InteractionResult:
    shown = await (by or world.ada).context_menu(world.channel, "Edit picture", message)
    assert shown.modal is not None, shown
    return shown


def fields(shown: InteractionResult) -> dict[str, dict[str, Any]]:
    """Read a form: its controls by their labels."""
    assert shown.modal is not None
    return {label["label"]: label["component"] for label in shown.modal["components"]}


async def send(world: World, shown: InteractionResult, prompt: str = "make it night", **values: Any) -> ResponseMessage:
    """Fill the form in and send it, and give the answer when everything has ended."""
    result = await world.ada.submit_modal(shown, {"prompt": prompt, **values})
    await world.all_ended()
    return told(result)


async def overlay(world: World, **values: Any) -> ResponseMessage:
    """Choose a part of bruno's picture in the form."""
    shown = await send(world, await open_form(world, await posted(world)), **{"where": ["B2"], **values})
    assert shown.ephemeral
    return shown


async def press(
    world: World, message: ResponseMessage, label: str, *, by: simcord.MemberActor | None = None
) -> InteractionResult:
    result = await (by or world.ada).click(message, label=label)
    await world.all_ended()
    return result


async def go(world: World, message: ResponseMessage) -> ResponseMessage:
    result = await press(world, message, next(one for one in buttons(message) if one in SENDS))
    return told(result)


async def asked(world: World, person: simcord.MemberActor | None = None) -> list[Job]:
    return await world.jobs.history((person or world.ada).id, limit=20)


async def paid(world: World) -> int:
    """Count the charges, those that were given back too."""
    query = select(func.count()).select_from(charges)
    count: int = await world.database.read(lambda connection: connection.execute(query).scalar_one())
    return count


async def sent_mask(world: World) -> Alpha:
    """Read the alpha of the mask that went up with ada's last request: 0 is painted anew, 255 is kept."""
    [job, *_] = await asked(world)
    data = dict(await world.files_of(job.id))["mask"]
    image = opened(data)
    assert image.mode == "RGBA"
    return np.asarray(image.getchannel("A"))


async def forget_charges(world: World) -> None:
    """Take the charges away, as a new day does for a budget."""
    await world.database.write(lambda connection: connection.execute(delete(charges)))
    await world.database.write(lambda connection: connection.execute(delete(daily_totals)))


def shown_draft(message: ResponseMessage) -> int:
    """Read the id of the draft that an overlay shows."""
    [button] = [one for row in message.components for one in row["components"] if one.get("label") in SENDS]
    return int(button["custom_id"].partition(":")[2])


def buttons(message: ResponseMessage) -> list[str]:
    return [one["label"] for row in message.components for one in row["components"] if "label" in one]


def chosen(message: ResponseMessage) -> list[str]:
    """Read which parts the select of an overlay shows as chosen."""
    [menu] = [one for row in message.components for one in row["components"] if "options" in one]
    return [option["value"] for option in menu["options"] if option.get("default")]


def painted_over(box: tuple[int, int, int, int], *, kind: str = "JPEG") -> bytes:
    copy = photo()
    ImageDraw.Draw(copy).rectangle(box, fill=(0, 90, 255))
    return encode(copy, kind, **({"quality": 88} if kind == "JPEG" else {}))


async def tinted(message: ResponseMessage) -> Alpha:
    """Tell where an overlay is tinted: how far its pixels are from the photo's."""
    shown = opened(await message.attachments[0].read()).convert("RGB")
    assert shown.size == (640, 480)
    pair = [np.asarray(one, dtype=np.int16) for one in (shown, photo())]
    far: Alpha = (np.abs(pair[0] - pair[1]).max(axis=2) > 48).astype(np.uint8)
    return far


def share(marks: Alpha, box: tuple[int, int, int, int]) -> float:
    """Tell how much of a box is marked, well inside of it: the lines of the grid run along its edge."""
    left, top, right, bottom = box
    return float(marks[top + 12 : bottom - 12, left + 12 : right - 12].mean())


B2 = (160, 120, 320, 240)
C3 = (320, 240, 480, 360)
A1 = (0, 0, 160, 120)
D4 = (480, 360, 640, 480)


# The form.


async def test_the_form_on_another_members_picture_has_its_fields_and_edits_it_at_once(world: World) -> None:
    message = await posted(world)
    shown = await open_form(world, message)
    assert list(fields(shown)) == ["What should change?", "Quality", "Where?", "Or a mask"]
    assert not fields(shown)["What should change?"].get("value")
    answer = await send(world, shown, "make it night", quality=["high"])
    assert not answer.ephemeral
    assert len(answer.attachments) == 1
    [job] = await asked(world)
    assert (job.prompt, job.options.quality.value, job.options.n) == ("make it night", "high", 1)
    assert [label for label, _ in await world.files_of(job.id)] == ["image"]
    assert opened((await world.files_of(job.id))[0][1]).size == (640, 480)


async def test_a_form_that_is_sent_as_it_is_asks_for_the_usual_quality(world: World) -> None:
    await send(world, await open_form(world, await posted(world)))
    [job] = await asked(world)
    assert job.options.quality.value == "low"
    assert job.options == world.app.core.settings.default_options


async def test_one_of_several_pictures_can_be_chosen_or_all_of_them(world: World) -> None:
    message = await world.bruno.send(
        world.channel, attachments=[("a.png", photo_png(320, 240)), ("b.png", photo_png(480, 240))]
    )
    shown = await open_form(world, message)
    options = fields(shown)["Which picture?"]["options"]
    assert [one["label"] for one in options] == ["Picture 1", "Picture 2", "All 2 together"]
    assert [one["value"] for one in options if one.get("default")] == ["1"]
    await send(world, shown, which=["2"])
    await send(world, await open_form(world, message), which=["all"])
    await send(world, await open_form(world, message))
    sizes = [[opened(data).size for _, data in await world.files_of(job.id)] for job in reversed(await asked(world))]
    assert sizes == [[(480, 240)], [(320, 240), (480, 240)], [(320, 240)]]


async def test_the_form_on_a_picture_of_ours_begins_with_its_request_and_knows_its_parent(world: World) -> None:
    made = await world.ask(world.bruno, "imagine", prompt="a fox in snow", quality="medium", size="1536x1024", n=2)
    assert made.response is not None
    shown = await open_form(world, made.response)
    assert [one["value"] for one in fields(shown)["Quality"]["options"] if one.get("default")] == ["medium"]
    await send(world, shown, "a fox at night", which=["2"])
    [job] = await asked(world)
    assert (job.options.quality.value, job.options.size, job.options.n) == ("medium", "1536x1024", 1)
    [parent] = [file.parent for file in job.files]
    assert parent is not None
    assert (parent.job_id, parent.place) == (made._interaction.id, 2)


async def test_a_message_without_a_picture_gets_a_sentence_and_no_form(world: World) -> None:
    for message in (
        await world.bruno.send(world.channel, "look at https://example.org/a.png"),
        await world.bruno.send(world.channel, attachments=[("notes.txt", b"hello")]),
    ):
        result = await world.ada.context_menu(world.channel, "Edit picture", message)
        assert result.modal is None
        assert result.response is not None
        assert result.response.ephemeral
        assert "can't find a picture in that message" in result.response.content


async def test_a_forwarded_picture_can_be_edited(world: World) -> None:
    elsewhere = world.guild.create_text_channel("elsewhere")
    original = await world.bruno.send(elsewhere, attachments=[("photo.png", photo_png())])
    forwarded = await world.bruno.forward(original, world.channel)
    answer = await send(world, await open_form(world, forwarded))
    assert opened(await answer.attachments[0].read()).size == (640, 480)


async def test_whose_a_forwarded_picture_is_nobody_knows(world: World) -> None:
    original = await world.bruno.send(world.channel, attachments=[("photo.png", photo_png())])
    forwarded = await world.ada.forward(original, world.channel)
    await world.app.feature(PeopleFeature).privacy.set_edits_of_uploads(world.guild.id, allowed=False)
    refused = await world.ada.context_menu(world.channel, "Edit picture", forwarded)
    assert refused.modal is None
    assert refused.response is not None
    assert "doesn't allow edits" in refused.response.content


async def test_what_is_covered_stays_covered(world: World) -> None:
    answer = await send(world, await open_form(world, await posted(world, "SPOILER_photo.png")))
    assert answer.attachments[0].filename.startswith("SPOILER_")
    shown = await send(world, await open_form(world, await posted(world, "SPOILER_photo.png")), where=["B2"])
    assert shown.attachments[0].filename.startswith("SPOILER_")
    assert (await go(world, shown)).attachments[0].filename.startswith("SPOILER_")


async def test_a_picture_whose_owner_forbids_it_is_not_edited_and_that_is_said(world: World) -> None:
    await world.app.feature(PeopleFeature).privacy.set_edits_by_others(world.bruno.id, allowed=False)
    refused = await world.ada.context_menu(world.channel, "Edit picture", await posted(world))
    assert refused.modal is None
    assert refused.response is not None
    assert "doesn't allow edits" in refused.response.content


async def test_a_picture_whose_owner_forbids_it_while_the_form_is_open_is_not_edited(world: World) -> None:
    at_once: dict[str, Any] = {}
    for values in (at_once, {"where": ["B2"]}):
        form = await open_form(world, await posted(world))
        await world.app.feature(PeopleFeature).privacy.set_edits_by_others(world.bruno.id, allowed=False)
        answer = await send(world, form, **values)
        assert "doesn't allow edits" in answer.content
        await world.app.feature(PeopleFeature).privacy.set_edits_by_others(world.bruno.id, allowed=True)
    assert await paid(world) == 0


async def test_a_provider_without_masks_has_a_form_without_where(start: Start) -> None:
    world = await start(**MASKLESS, images_omit_fields=("mask",))
    shown = await open_form(world, await posted(world))
    assert list(fields(shown)) == ["What should change?", "Quality"]


async def test_a_provider_without_edits_has_no_such_menu(start: Start) -> None:
    world = await start(**MASKLESS, images_omit_fields=("image",))
    message = await posted(world)
    for name in ("Edit picture", "Use as reference"):
        with pytest.raises(Exception, match="No application command"):
            await world.ada.context_menu(world.channel, name, message)


# The overlay.


async def test_a_part_is_shown_to_its_asker_alone_and_nothing_is_paid_before_go(world: World) -> None:
    shown = await overlay(world, where=["B2", "C3"])
    assert buttons(shown) == ["Go", "Invert", "Cancel"]
    assert chosen(shown) == ["B2", "C3"]
    assert "Nothing is spent until you press Go" in shown.content
    assert "Tinted: B2, C3" in (shown.attachments[0].description or "")
    marks = await tinted(shown)
    assert share(marks, B2) > 0.8
    assert share(marks, C3) > 0.8
    assert share(marks, A1) < 0.1
    assert await asked(world) == []
    assert await paid(world) == 0
    answer = await go(world, shown)
    assert not answer.ephemeral
    assert len(answer.attachments) == 1
    assert await paid(world) == 1


async def test_go_sends_a_mask_that_is_transparent_where_it_was_chosen_with_a_soft_edge(world: World) -> None:
    await go(world, await overlay(world))
    alpha = await sent_mask(world)
    assert alpha.shape == (480, 640)
    assert alpha[180, 240] == 0
    outside = alpha.copy()
    outside[100:260, 140:340] = 255
    assert outside.min() == 255
    edge = alpha[180, 145:176].astype(int)
    assert list(edge) == sorted(edge, reverse=True)
    assert len(set(edge)) > 8


async def test_without_a_feather_the_edge_is_hard_and_where_the_grid_has_it(start: Start) -> None:
    world = await start(mask_feather_pixels=0)
    await go(world, await overlay(world, where=["B2", "top"]))
    alpha = await sent_mask(world)
    expected = np.full((480, 640), 255)
    expected[:240] = 0
    assert (alpha == expected).all()


async def test_other_parts_can_be_chosen_on_the_overlay(world: World) -> None:
    shown = await overlay(world)
    await world.ada.select(shown, ["D4"])
    assert chosen(shown) == ["D4"]
    marks = await tinted(shown)
    assert share(marks, D4) > 0.8
    assert share(marks, B2) < 0.1
    await go(world, shown)
    alpha = await sent_mask(world)
    assert (alpha[420, 560], alpha[180, 240]) == (0, 255)


async def test_no_part_at_all_is_all_of_the_picture_and_goes_without_a_mask(world: World) -> None:
    shown = await overlay(world)
    await world.ada.select(shown, [])
    assert "The whole picture will be repainted" in shown.content
    await go(world, shown)
    [job] = await asked(world)
    assert [file.label for file in job.files] == ["image"]


async def test_not_there_is_everywhere_else(world: World) -> None:
    shown = await overlay(world, where=["B2", "not_there"])
    assert "everything except B2" in (shown.attachments[0].description or "")
    marks = await tinted(shown)
    assert share(marks, A1) > 0.8
    assert share(marks, B2) < 0.1
    await go(world, shown)
    alpha = await sent_mask(world)
    assert (alpha[180, 240], alpha[60, 80]) == (255, 0)


async def test_inverting_twice_is_as_it_was(world: World) -> None:
    shown = await overlay(world)
    before = (shown.content, await shown.attachments[0].read(), shown.attachments[0].description)
    await press(world, shown, "Invert")
    assert await shown.attachments[0].read() != before[1]
    assert share(await tinted(shown), A1) > 0.8
    await press(world, shown, "Invert")
    assert (shown.content, await shown.attachments[0].read(), shown.attachments[0].description) == before
    await go(world, shown)
    assert (await sent_mask(world))[180, 240] == 0


async def test_choosing_other_parts_begins_anew_after_invert(world: World) -> None:
    shown = await overlay(world)
    await press(world, shown, "Invert")
    await world.ada.select(shown, ["C3"])
    marks = await tinted(shown)
    assert share(marks, C3) > 0.8
    assert share(marks, A1) < 0.1
    await go(world, shown)
    alpha = await sent_mask(world)
    assert (alpha[300, 400], alpha[60, 80]) == (0, 255)


async def test_the_overlay_tells_the_share_that_is_painted_anew(world: World) -> None:
    shown = await overlay(world)
    assert "The tinted part will be repainted (6% of the picture)" in shown.content
    await press(world, shown, "Invert")
    assert "94% of the picture" in shown.content
    await world.ada.select(shown, ["everything"])
    assert "100% of the picture" in shown.content
    speck = ("mask.png", encode(mask(box=(100, 100, 110, 110))))
    shown = await send(world, await open_form(world, await posted(world)), mask=speck)
    assert "less than 1% of the picture" in shown.content
    await press(world, shown, "Invert")
    assert "more than 99% of the picture" in shown.content


@pytest.mark.parametrize("size", [(1600, 400), (120, 1200)])
async def test_a_narrow_picture_is_shown_with_its_grid_and_changed_where_it_was_chosen(
    world: World, size: tuple[int, int]
) -> None:
    result = await world.edit(image=("photo.png", photo_png(*size)), preview=True)
    shown = result.response
    assert shown is not None
    await world.ada.select(shown, ["B2"])
    assert min(opened(await shown.attachments[0].read()).size) >= 192
    await go(world, shown)
    alpha = await sent_mask(world)
    height, width = alpha.shape
    assert (alpha[height * 3 // 8, width * 3 // 8], alpha[height * 7 // 8, width * 7 // 8]) == (0, 255)


async def test_what_would_leave_nothing_is_told_and_the_draft_stays_as_it_was(world: World) -> None:
    shown = await overlay(world)
    await world.ada.select(shown, ["everything"])
    refused = await press(world, shown, "Invert")
    [sentence] = refused.followups
    assert sentence.ephemeral
    assert "That would repaint nothing" in sentence.content
    await world.ada.select(shown, ["B2"])
    await go(world, shown)
    assert (await sent_mask(world))[180, 240] == 0


@pytest.mark.parametrize("where", [["not_there"], ["everything", "not_there"]])
async def test_a_form_that_leaves_nothing_is_told_and_leaves_nothing_behind(
    world: World, where: list[str], tmp_path: Path
) -> None:
    answer = await send(world, await open_form(world, await posted(world)), where=where)
    assert "That would repaint nothing" in answer.content
    assert answer.components == []
    assert [one for one in (tmp_path / "blobs").rglob("*") if one.is_file()] == []


async def test_cancel_drops_the_draft_with_its_files(world: World, tmp_path: Path) -> None:
    shown = await overlay(world)
    assert [one for one in (tmp_path / "blobs").rglob("*") if one.is_file()] != []
    await press(world, shown, "Cancel")
    assert "Nothing was spent" in shown.content
    assert (shown.attachments, shown.components) == ([], [])
    assert [one for one in (tmp_path / "blobs").rglob("*") if one.is_file()] == []
    assert await asked(world) == []


async def test_two_presses_of_go_at_once_make_one_job_and_one_answer(world: World) -> None:
    shown = await overlay(world)
    [button] = [one["custom_id"] for row in shown.components for one in row["components"] if one.get("label") == "Go"]
    results = [world.press(world.ada, shown, button) for _ in range(2)]
    await world.env.settle()
    await world.all_ended()
    assert len(await asked(world)) == 1
    assert await paid(world) == 1
    [answer] = [result.response for result in results if result.response is not None]
    assert answer.attachments


async def test_go_is_refused_once_the_draft_is_sent(world: World) -> None:
    shown = await overlay(world)
    await go(world, shown)
    again = await go(world, shown)
    assert again.ephemeral
    assert "already sent or cancelled" in again.content
    for label in ("Invert", "Cancel"):
        [sentence] = (await press(world, shown, label)).followups
        assert "already sent or cancelled" in sentence.content
    assert len(await asked(world)) == 1


async def test_a_go_that_the_budget_refuses_can_be_pressed_again(start: Start) -> None:
    world = await start(budgets=(Budget.from_text("user/day=1 pictures"),))
    shown = await overlay(world)
    await world.imagine("a fox")
    refused = await go(world, shown)
    assert "reached today's limit" in refused.content
    await forget_charges(world)
    answer = await go(world, shown)
    assert len(answer.attachments) == 1
    assert (await sent_mask(world))[180, 240] == 0


async def test_a_go_that_the_queue_refuses_can_be_pressed_again(start: Start) -> None:
    world = await start(jobs_per_user=1)
    shown = await overlay(world)
    await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=2")
    refused = await world.ada.click(shown, label="Go")
    assert "You have 1 unfinished request" in told(refused).content
    await world.all_ended()
    assert len((await go(world, shown)).attachments) == 1


async def test_a_go_where_the_bot_may_not_post_is_told_privately_and_the_draft_stays(world: World) -> None:
    closed = world.guild.create_text_channel(
        "no-files", overwrites={world.bot_user: discord.PermissionOverwrite(attach_files=False)}
    )
    message = await world.bruno.send(closed, attachments=[("photo.png", photo_png())])
    shown = await send(world, await world.ada.context_menu(closed, "Edit picture", message), where=["B2"])
    for _ in range(2):
        refused = await go(world, shown)
        assert refused.ephemeral
        assert "I need Attach Files" in refused.content
    assert await asked(world) == []


async def test_a_go_while_the_storage_is_away_is_told_and_can_be_pressed_again(world: World, tmp_path: Path) -> None:
    shown = await overlay(world)
    blobs, away = tmp_path / "blobs", tmp_path / "away"
    blobs.rename(away)
    blobs.write_bytes(b"in its place")
    refused = await go(world, shown)
    assert "Easel can't save anything right now" in refused.content
    blobs.unlink()
    away.rename(blobs)
    assert len((await go(world, shown)).attachments) == 1


async def test_a_draft_whose_files_are_gone_is_told(world: World, tmp_path: Path) -> None:
    shown = await overlay(world)
    rmtree(tmp_path / "blobs" / str(shown_draft(shown)))
    assert "no longer stored" in (await go(world, shown)).content
    [sentence] = (await press(world, shown, "Invert")).followups
    assert "no longer stored" in sentence.content
    assert await paid(world) == 0


async def test_a_part_of_a_picture_of_ours_is_changed_and_its_parent_is_known(world: World) -> None:
    made = await world.ask(world.bruno, "imagine", prompt="a fox in snow", size="1024x1024")
    assert made.response is not None
    shown = await send(world, await open_form(world, made.response), where=["A1"])
    await go(world, shown)
    [job] = await asked(world)
    parents = {file.label: file.parent and file.parent.job_id for file in job.files}
    made_by = made._interaction.id
    assert parents == {"image": made_by, "mask": None, "original": made_by, "marks": None}
    alpha = await sent_mask(world)
    assert alpha.shape == (1024, 1024)
    assert (alpha[128, 128], alpha[128, 400]) == (0, 255)


async def test_a_direct_message_has_the_overlay_too(world: World) -> None:
    ada = world.ada.user
    for options in ({"preview": True}, {"mask": mask_file("painted over")}):
        result = await ada.slash("edit", prompt="make it night", image=("photo.png", photo_png()), **options)
        [shown] = result.followups or [result.response]
        await ada.select(shown, ["B2"])
        answer = await ada.click(shown, label="Go")
        await world.all_ended()
        assert len(answer.response.attachments) == 1
        assert (await sent_mask(world))[180, 240] == 0


async def test_the_draft_outlives_a_restart_of_the_bot(world: World) -> None:
    shown = await overlay(world)
    again = await world.restarted()
    await press(again, shown, "Invert")
    answer = await go(again, shown)
    assert len(answer.attachments) == 1
    assert (await sent_mask(again))[180, 240] == 255


async def test_nobody_works_on_the_draft_of_another_person(world: World) -> None:
    shown = await overlay(world)
    draft_id = shown_draft(shown)
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    # An overlay is seen by its asker alone; here somebody else has got hold of its ids.
    forged = await channel.send(
        view=view_of(WhereSelect(draft_id), GoButton(draft_id), InvertButton(draft_id), DropButton(draft_id))
    )
    results = [await world.bruno.click(forged, label=label) for label in ("Go", "Invert", "Cancel")]
    results.append(await world.bruno.select(forged, ["A1"]))
    for result in results:
        sentence = result.followups[0] if result.followups else result.response
        assert sentence is not None
        assert sentence.ephemeral
        assert "already sent or cancelled" in sentence.content
        assert sentence.attachments == []
    assert await asked(world, world.bruno) == []
    await go(world, shown)
    assert (await sent_mask(world))[180, 240] == 0


async def test_a_draft_lasts_for_an_hour(world: World) -> None:
    shown = await overlay(world)
    an_hour_ago = datetime.now(UTC) - timedelta(hours=1)
    [expires_at] = await world.database.read(
        lambda connection: list(connection.execute(select(drafts.c.expires_at)).scalars())
    )
    assert timedelta(minutes=59) < expires_at - datetime.now(UTC) <= timedelta(hours=1)
    old = update(drafts).values(expires_at=an_hour_ago)
    await world.database.write(lambda connection: connection.execute(old))
    assert "more than an hour old" in (await go(world, shown)).content
    for label in ("Invert", "Cancel"):
        [sentence] = (await press(world, shown, label)).followups
        assert "more than an hour old" in sentence.content
    assert await paid(world) == 0


# Masks, in the form and of /edit.


MASKS = {
    "white on black": mask_png(),
    "white on black as JPEG": encode(mask(), "JPEG", quality=80),
    "a hole": None,
    "painted over": painted_over((320, 0, 640, 480)),
    "painted over as PNG": painted_over((320, 0, 640, 480), kind="PNG"),
}


def mask_file(kind: str) -> tuple[str, bytes]:
    data = MASKS[kind]
    if data is None:
        holed = photo().convert("RGBA")
        holed.putalpha(ImageOps.invert(mask()))
        data = encode(holed)
    return ("mask.jpg" if data[:2] == b"\xff\xd8" else "mask.png"), data


@pytest.mark.parametrize("kind", MASKS)
async def test_a_mask_of_any_kind_in_the_form_is_shown_first_and_then_sent(world: World, kind: str) -> None:
    shown = await send(world, await open_form(world, await posted(world)), mask=mask_file(kind))
    assert shown.ephemeral
    marks = await tinted(shown)
    assert share(marks, (320, 0, 640, 480)) > 0.8
    assert share(marks, (0, 0, 320, 480)) < 0.1
    assert await asked(world) == []
    await go(world, shown)
    alpha = await sent_mask(world)
    assert alpha[:, 340:].mean() < 4
    assert alpha[:, :300].mean() > 251


@pytest.mark.parametrize("kind", ["painted over", "white on black"])
async def test_a_mask_in_the_form_can_be_turned_over(world: World, kind: str) -> None:
    shown = await send(world, await open_form(world, await posted(world)), mask=mask_file(kind))
    await press(world, shown, "Invert")
    await go(world, shown)
    alpha = await sent_mask(world)
    assert alpha[:, 340:].mean() > 251
    assert alpha[:, :300].mean() < 4


async def test_a_part_that_is_chosen_counts_in_place_of_a_mask_and_has_a_soft_edge(world: World) -> None:
    shown = await send(world, await open_form(world, await posted(world)), mask=mask_file("white on black"))
    await world.ada.select(shown, ["B2"])
    await go(world, shown)
    alpha = await sent_mask(world)
    assert (alpha[180, 240], alpha[180, 500]) == (0, 255)
    assert len(set(alpha[180, 145:176].tolist())) > 8


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (mask_png(480, 480), "shapes don't match"),
        (b"hello", "`mask`"),
        (encode(Image.new("L", (640, 480))), "completely black"),
    ],
)
async def test_a_mask_in_the_form_that_cannot_be_used_is_told(world: World, data: bytes, words: str) -> None:
    answer = await send(world, await open_form(world, await posted(world)), mask=("mask.png", data))
    assert answer.ephemeral
    assert words in answer.content
    assert "Nothing was spent" in answer.content
    assert answer.components == []
    assert await paid(world) == 0


async def test_a_part_of_the_first_of_several_pictures(world: World) -> None:
    form = await open_form(world, await posted(world, "a.png", "b.png"))
    await go(world, await send(world, form, where=["B2"], which=["all"]))
    [job] = await asked(world)
    assert [file.label for file in job.files] == ["image", "image2", "mask", "original", "marks"]
    assert (await sent_mask(world))[180, 240] == 0


async def test_a_part_of_several_pictures_is_refused_where_the_provider_takes_one(start: Start) -> None:
    world = await start(**MASKLESS)
    form = await open_form(world, await posted(world, "a.png", "b.png"))
    answer = await send(world, form, where=["B2"], which=["all"])
    assert "A mask works with only one picture here, and you sent 2" in answer.content
    shown = await send(world, await open_form(world, await posted(world, "a.png", "b.png")), where=["B2"], which=["2"])
    assert buttons(shown) == ["Go", "Invert", "Cancel"]


async def test_a_plain_mask_of_edit_is_not_shown_first(world: World) -> None:
    for kind in ("white on black", "white on black as JPEG", "a hole"):
        result = await world.edit(image=("photo.png", photo_png()), mask=mask_file(kind))
        assert result.response is not None
        assert not result.response.ephemeral
        assert len(result.response.attachments) == 1


async def test_a_plain_mask_of_edit_is_shown_first_to_who_wants_that(world: World) -> None:
    result = await world.edit(image=("photo.png", photo_png()), mask=mask_file("white on black"), preview=True)
    shown = result.response
    assert shown is not None
    assert shown.ephemeral
    assert buttons(shown) == ["Go", "Invert", "Cancel"]
    assert share(await tinted(shown), (320, 0, 640, 480)) > 0.8
    assert await paid(world) == 0
    answer = await go(world, shown)
    assert not answer.ephemeral
    alpha = await sent_mask(world)
    assert set(np.unique(alpha)) == {0, 255}


async def test_edit_with_preview_and_no_mask_offers_the_grid(world: World) -> None:
    result = await world.edit(image=("photo.png", photo_png()), preview=True)
    shown = result.response
    assert shown is not None
    assert "The whole picture will be repainted" in shown.content
    await world.ada.select(shown, ["C3"])
    await go(world, shown)
    assert (await sent_mask(world))[300, 400] == 0


async def test_a_painted_copy_is_shown_in_place_of_the_public_answer_and_leaves_nothing_there(world: World) -> None:
    result = await world.edit(image=("photo.png", photo_png()), mask=mask_file("painted over"))
    assert result.response is None
    [shown] = result.followups
    assert shown.ephemeral
    assert world.channel.history(viewer=world.bruno) == []
    assert buttons(shown) == ["Repaint what I covered", "Follow my marks", "Invert", "Cancel"]
    assert share(await tinted(shown), (320, 0, 640, 480)) > 0.8
    assert await asked(world) == []
    assert await paid(world) == 0
    answer = await go(world, shown)
    assert not answer.ephemeral
    assert len(answer.attachments) == 1
    assert (await sent_mask(world))[:, 340:].mean() < 4


async def test_a_private_edit_stays_private_before_and_after_go(world: World) -> None:
    result = await world.edit(image=("photo.png", photo_png()), mask=mask_file("painted over"), private=True)
    shown = result.response
    assert shown is not None
    assert shown.ephemeral
    assert result.followups == []
    answer = await go(world, shown)
    assert answer.ephemeral
    assert len(answer.attachments) == 1
    assert world.channel.history(viewer=world.bruno) == []


async def test_references_that_a_preview_takes_along_count_for_its_mask(start: Start) -> None:
    world = await start(**MASKLESS)
    await world.ada.context_menu(world.channel, "Use as reference", await posted(world))
    result = await world.edit(image=("photo.png", photo_png()), preview=True)
    assert result.response is not None
    assert "A mask works with only one picture here, and you sent 2" in result.response.content
