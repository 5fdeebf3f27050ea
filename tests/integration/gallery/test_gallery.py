"""/gallery: looking through what was shared, one picture at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import update

from bot.store.gallery.tables import shares
from tests.integration.gallery.galleries import (
    gallery_page,
    newest_copy,
    set_gallery,
    share,
    share_of,
    shared,
    with_gallery,
)
from tests.integration.layouts import controls, labels, pictures, said
from tests.integration.results.results import drawn, newest, sentence

if TYPE_CHECKING:
    import simcord
    from simcord.results import ResponseMessage

    from tests.integration.conftest import World


async def turn(world: World, page: ResponseMessage, label: str) -> ResponseMessage:
    answer = (await world.bruno.click(page, label=label)).response
    assert answer is not None
    assert len(pictures(answer)) == 1
    return answer


def is_off(page: ResponseMessage) -> dict[str, bool]:
    return {one["label"]: bool(one.get("disabled")) for one in controls(page)}


def way_is_off(page: ResponseMessage) -> tuple[bool, bool]:
    """Say whether one can go back from a page, and on, no longer."""
    return is_off(page)["Previous"], is_off(page)["Next"]


async def change(world: World, share_id: int, **values: Any) -> None:
    statement = update(shares).where(shares.c.id == share_id).values(**values)
    await world.database.write(lambda connection: connection.execute(statement))


async def three(world: World) -> simcord.ChannelHandle:
    """Share a fox, a bear and an owl, of which the bear has 5 hearts and the fox 2."""
    gallery = await with_gallery(world)
    for prompt, hearts in (("a fox", 2), ("a bear", 5), ("an owl", 0)):
        await shared(world, gallery, prompt)
        await change(world, (await share_of(world)).id, hearts=hearts)
    return gallery


async def test_the_most_hearted_come_first_and_pages_turn_both_ways(world: World) -> None:
    gallery = await three(world)
    page = await gallery_page(world, "top")
    bear = gallery.history()[1]
    assert said(page).splitlines()[0] == "Most hearted of all time · 1 of 3"
    assert f"**a bear** by {world.ada.mention} · <t:" in said(page)
    assert labels(page)[0] == "♥ 5"
    assert f"https://discord.com/channels/{world.guild.id}/{gallery.id}/{bear.id}" in said(page)
    assert way_is_off(page) == (True, False)
    page = await turn(world, page, "Next")
    assert "a fox" in said(page)
    assert "2 of 3" in said(page)
    assert way_is_off(page) == (False, False)
    page = await turn(world, page, "Next")
    assert "an owl" in said(page)
    assert way_is_off(page) == (False, True)
    page = await turn(world, page, "Previous")
    assert "a fox" in said(page)
    assert "2 of 3" in said(page)


async def test_the_newest_come_first_and_what_is_shared_meanwhile_moves_nothing(world: World) -> None:
    gallery = await three(world)
    page = await gallery_page(world, "new")
    assert "an owl" in said(page)
    await shared(world, gallery, "a late crow")
    page = await turn(world, page, "Next")
    assert "a bear" in said(page)
    world = await world.restarted()
    page = await turn(world, page, "Previous")
    assert "an owl" in said(page)


async def test_a_page_goes_on_where_its_picture_was_when_that_is_gone(world: World) -> None:
    await three(world)
    page = await gallery_page(world, "new")
    mine = await gallery_page(world, "mine", by=world.ada)
    await world.ada.click(mine, label="Unshare")
    page = await turn(world, page, "Next")
    assert "a bear" in said(page)
    assert way_is_off(page) == (True, False)


async def test_only_a_span_or_a_person(world: World) -> None:
    await three(world)
    share_id = (await share_of(world)).id
    owl = await share_of(world)
    await change(world, share_id, created_at=owl.created_at - timedelta(days=10))
    assert "of 2" in said(await gallery_page(world, "new", span="week"))
    assert "of 3" in said(await gallery_page(world, "new", span="month"))
    assert "of 3" in said(await gallery_page(world, "top", by_person=world.ada))
    nothing = await gallery_page(world, "top", by_person=world.bruno)
    assert said(nothing).startswith("No shared pictures match")


async def test_any_picture_comes_and_then_another_one(world: World) -> None:
    await three(world)
    page = await gallery_page(world, "random")
    [heart] = [label for label in is_off(page) if label.startswith("♥")]
    page = await turn(world, page, heart)
    for _ in range(4):
        [before] = pictures(page)
        page = await turn(world, page, "Another")
        [picture] = pictures(page)
        assert picture["description"] != before["description"]
    assert "Random picture" in said(page)
    assert " of 3" not in said(page)


async def test_the_only_picture_has_no_other(world: World) -> None:
    await shared(world, await with_gallery(world), "a fox")
    assert is_off(await gallery_page(world, "random"))["Another"]


async def test_a_picture_gets_its_heart_where_it_is_looked_at_and_in_its_channel(world: World) -> None:
    gallery = await with_gallery(world)
    message = await shared(world, gallery, "a fox")
    for command in ("top", "random"):
        page = await gallery_page(world, command)
        page = await turn(world, page, "♥ 0")
        assert "a fox" in said(page)
        assert is_off(page)["♥ 1"] is False
        assert (await share_of(world)).hearts == 1
        page = await turn(world, page, "♥ 1")
        assert (await share_of(world)).hearts == 0
    page = await turn(world, page, "♥ 0")

    async def seen() -> bool:
        return "♥ 1" in str(newest_copy(gallery).components)

    await world.until(seen)
    assert newest_copy(gallery).id == message.id


async def test_what_is_looked_at_can_be_remixed_and_asked_about(world: World) -> None:
    await shared(world, await with_gallery(world), "a fox")
    page = await gallery_page(world, "new")
    info = (await world.bruno.click(page, label="Info")).response
    assert info is not None
    assert "a fox" in str(info.embeds[0].description)
    form = await world.bruno.click(page, label="Remix")
    await world.bruno.submit_modal(form, {"prompt": "a fox in spring"})
    await world.all_ended()
    made = await newest(world, world.bruno)
    assert (made.prompt, made.parents) == ("a fox in spring", ((await share_of(world)).ref,))


async def test_a_picture_tells_who_cannot_see_it_what_it_is(world: World) -> None:
    await shared(world, await with_gallery(world), "a fox in snow")
    [picture] = pictures(await gallery_page(world, "new"))
    assert "a fox in snow" in picture["description"]


async def test_mine_is_mine_alone(world: World) -> None:
    await three(world)
    assert said(await gallery_page(world, "mine")).startswith("You haven't shared anything here")
    mine = await gallery_page(world, "mine", by=world.ada)
    assert is_off(mine) == {
        "♥ 0": True,
        "Remix": False,
        "Info": False,
        "Previous": True,
        "Next": False,
        "Unshare": False,
    }


async def test_a_covered_picture_stays_covered(world: World) -> None:
    gallery = await with_gallery(world)
    await shared(world, gallery, "a fox", spoiler=True)
    [file] = (await gallery_page(world, "new")).attachments
    assert file.is_spoiler()


async def test_who_cannot_read_the_gallery_sees_nothing_of_it(world: World) -> None:
    secret = world.hidden_channel("secret", seen_by=(world.bot_user,))
    await world.env.settle()
    await set_gallery(world, secret.id)
    await share(world, await drawn(world))
    assert len(secret.history()) == 1
    for command in ("top", "new", "random"):
        refused = await world.bruno.slash(world.channel, f"gallery {command}")
        assert "no gallery here" in sentence(refused)
