"""/gallery: looking through what was shared, one picture at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import update

from bot.store.gallery.tables import shares
from tests.integration.gallery.galleries import gallery_page, set_gallery, share, share_of, shared, with_gallery
from tests.integration.results.results import drawn, sentence

if TYPE_CHECKING:
    import simcord
    from simcord.results import ResponseMessage

    from tests.integration.conftest import World


async def turn(world: World, page: ResponseMessage, label: str) -> ResponseMessage:
    answer = (await world.bruno.click(page, label=label)).response
    assert answer is not None
    assert len(answer.attachments) == 1
    return answer


def is_off(page: ResponseMessage) -> dict[str, bool]:
    return {one["label"]: bool(one.get("disabled")) for row in page.components for one in row["components"]}


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
    assert page.content.splitlines()[0] == "Most hearted of all time · 1 of 3"
    assert f"**a bear** by {world.ada.mention} · ♥ 5" in page.content
    assert f"https://discord.com/channels/{world.guild.id}/{gallery.id}/{bear.id}" in page.content
    assert is_off(page) == {"Previous": True, "Next": False}
    page = await turn(world, page, "Next")
    assert "a fox" in page.content
    assert "2 of 3" in page.content
    assert is_off(page) == {"Previous": False, "Next": False}
    page = await turn(world, page, "Next")
    assert "an owl" in page.content
    assert is_off(page) == {"Previous": False, "Next": True}
    page = await turn(world, page, "Previous")
    assert "a fox" in page.content
    assert "2 of 3" in page.content


async def test_the_newest_come_first_and_what_is_shared_meanwhile_moves_nothing(world: World) -> None:
    gallery = await three(world)
    page = await gallery_page(world, "new")
    assert "an owl" in page.content
    await shared(world, gallery, "a late crow")
    page = await turn(world, page, "Next")
    assert "a bear" in page.content
    world = await world.restarted()
    page = await turn(world, page, "Previous")
    assert "an owl" in page.content


async def test_a_page_goes_on_where_its_picture_was_when_that_is_gone(world: World) -> None:
    await three(world)
    page = await gallery_page(world, "new")
    mine = await gallery_page(world, "mine", by=world.ada)
    await world.ada.click(mine, label="Unshare")
    page = await turn(world, page, "Next")
    assert "a bear" in page.content
    assert is_off(page) == {"Previous": True, "Next": False}


async def test_only_a_span_or_a_person(world: World) -> None:
    await three(world)
    share_id = (await share_of(world)).id
    owl = await share_of(world)
    await change(world, share_id, created_at=owl.created_at - timedelta(days=10))
    assert "of 2" in (await gallery_page(world, "new", span="week")).content
    assert "of 3" in (await gallery_page(world, "new", span="month")).content
    assert "of 3" in (await gallery_page(world, "top", by_person=world.ada)).content
    nothing = await gallery_page(world, "top", by_person=world.bruno)
    assert nothing.content.startswith("No shared pictures match")


async def test_any_picture_comes(world: World) -> None:
    await three(world)
    page = await gallery_page(world, "random")
    assert len(page.attachments) == 1
    assert any(prompt in page.content for prompt in ("a fox", "a bear", "an owl"))


async def test_mine_is_mine_alone(world: World) -> None:
    await three(world)
    assert (await gallery_page(world, "mine")).content.startswith("You haven't shared anything here")
    mine = await gallery_page(world, "mine", by=world.ada)
    assert is_off(mine) == {"Previous": True, "Next": False, "Unshare": False}


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
