"""/forget me, as somebody uses it who has used everything before."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.chat.people.buttons import ForgetButton
from bot.domain.gallery import ShareState
from bot.store.gallery.shares import Shares
from bot.store.people.erasure import Erasure
from bot.store.people.erasure_requests import ErasureRequests
from bot.wiring.people import PeopleFeature
from tests.integration.gallery.galleries import newest_copy, share, share_of, with_gallery
from tests.integration.pictures import photo_png
from tests.integration.results.results import drawn, forged, newest, posted_again, press
from tests.unit.store.samples import NAMES
from tests.unit.store.search import find_everywhere, find_in_files

if TYPE_CHECKING:
    from pathlib import Path

    import simcord

    from tests.integration.conftest import Start, World

PROMPT = "a fox that nobody else may know of"
YES = "Delete everything permanently"


async def forget(world: World, person: simcord.MemberActor) -> simcord.ResponseMessage:
    """Ask to be forgotten, say yes, and give what is said then."""
    question = (await person.slash(world.channel, "forget me")).response
    assert question is not None
    assert question.ephemeral
    await person.click(question, label=YES)
    await world.env.settle()
    return question


async def test_it_is_asked_first_and_whoever_keeps_it_keeps_it(world: World) -> None:
    await drawn(world, PROMPT)
    question = (await world.ada.slash(world.channel, "forget me")).response
    assert question is not None
    assert question.ephemeral
    for words in ("can't be undone", "Deleted within a minute", "What stays", "without your name", "/export me"):
        assert words in question.content
    assert len(question.content) <= 2000
    await world.ada.click(question, label="Keep everything")
    assert question.content == "Nothing was deleted."
    assert question.components == []
    assert (await newest(world, world.ada)).prompt == PROMPT


def files_with(folder: Path, pattern: str, words: str) -> list[str]:
    return [path.name for path in folder.glob(pattern) if words.encode() in path.read_bytes()]


async def test_nothing_names_who_is_forgotten_anywhere(world: World, tmp_path: Path) -> None:
    gallery = await with_gallery(world)
    upload = photo_png()
    await share(world, await drawn(world, "a hare", private=False), by=world.ada)
    bruno_made = (await world.ask(world.bruno, "imagine", prompt="an owl")).response
    assert bruno_made is not None
    await share(world, bruno_made, by=world.bruno)
    owls = newest_copy(gallery)
    owl = (await Shares(world.database).of_person(world.bruno.id))[0]
    made = await drawn(world, PROMPT)
    await share(world, made)
    fox, shown = await share_of(world), newest_copy(gallery)
    for person, message, number in ((world.bruno, shown, fox.id), (world.ada, owls, owl.id)):
        await person.click(message, custom_id=f"heart:{number}")
    await world.edit(PROMPT, image=("photo.png", upload))
    await posted_again(world)
    await world.imagine("demo:refuse")
    await world.ada.slash(world.channel, "privacy")
    await world.app.feature(PeopleFeature).privacy.set_edits_by_others(world.ada.id, allowed=False)
    await drawn(world, PROMPT, private=True)

    told = await forget(world, world.ada)
    assert "**Done.** I deleted 5 requests and everything else of yours." in told.content
    assert "I removed 2 shared pictures from the galleries." in told.content
    assert "no longer have access" not in told.content
    assert await find_everywhere(world.database, world.ada.id, PROMPT) == []
    assert find_in_files(tmp_path / "blobs", world.ada.id, PROMPT) == []
    assert files_with(tmp_path, "easel.sqlite3*", PROMPT) == []
    jobs = {path.name for path in (tmp_path / "blobs").iterdir() if not path.name.startswith(".")}
    assert jobs == {str((await newest(world, world.bruno)).id)}
    assert [one.id for one in gallery.history()] == [owls.id]
    assert all(PROMPT not in one.content and world.ada.mention not in one.content for one in world.channel.history())
    assert (await Shares(world.database).of_person(world.bruno.id))[0].hearts == 0
    assert (await newest(world, world.bruno)).prompt == "an owl"


async def test_a_picture_that_others_made_from_it_stays_theirs(world: World) -> None:
    made = await drawn(world, PROMPT)
    form = await world.bruno.context_menu(world.channel, "Edit picture", made)
    answer = (await world.bruno.submit_modal(form, {"prompt": "make it night"})).response
    await world.all_ended()
    assert answer is not None
    await forget(world, world.ada)
    job = await newest(world, world.bruno)
    assert await world.app.foundation.rules.album.load_picture(job, 1)
    assert "no longer stored" in (await press(world, answer, "Again")).content


async def test_what_is_open_is_cancelled_and_then_goes(start: Start) -> None:
    world = await start()
    result = await world.ada.slash(world.channel, "imagine", prompt="demo:slow " + PROMPT)
    assert result.response is not None
    told = await forget(world, world.ada)
    assert "**Done.** I deleted 1 request" in told.content
    assert await find_everywhere(world.database, world.ada.id, PROMPT) == []


async def test_messages_that_discord_does_not_let_us_delete_are_counted(
    world: World,
) -> None:
    await drawn(world, PROMPT)
    await drawn(world, PROMPT)
    world.env.inject_error("DELETE", "/channels/*/messages/*", status=403, code=50001)
    told = await forget(world, world.ada)
    assert "I can't delete 1 message" in told.content
    assert "I deleted 1 message that showed it" in told.content
    assert await find_everywhere(world.database, world.ada.id, PROMPT) == []
    assert await ErasureRequests(world.database).load_messages(after=0, limit=5) == []


async def test_a_wish_that_a_crash_has_left_is_granted_by_the_next_start(world: World) -> None:
    await with_gallery(world)
    await share(world, await drawn(world, PROMPT))
    share_id = (await share_of(world)).id
    await ErasureRequests(world.database).add(world.ada.id, now=datetime.now(UTC))
    await Erasure(world.database, NAMES).end_shares(world.ada.id, now=datetime.now(UTC))
    found = await Shares(world.database).find(share_id)
    assert found is not None
    assert found.state is ShareState.GONE
    world = await world.restarted()

    async def is_granted() -> bool:
        erasure_requests = ErasureRequests(world.database)
        return not (await erasure_requests.load_all() or await erasure_requests.load_messages(after=0, limit=1))

    await world.until(is_granted)
    await world.env.settle()
    assert await find_everywhere(world.database, world.ada.id, PROMPT) == []
    assert all(PROMPT not in one.content for one in world.channel.history())


async def test_nobody_is_forgotten_by_the_press_of_another(world: World) -> None:
    await drawn(world, PROMPT)
    message = await forged(world, ForgetButton(world.ada.id))
    result = await world.bruno.click(message, label=YES)
    assert result.response is not None
    assert "Only the person" in result.response.content
    assert (await newest(world, world.ada)).prompt == PROMPT
