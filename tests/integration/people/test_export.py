"""/export me, as somebody gets all that is kept of them."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from bot.chat.people import export
from bot.store.gallery.shares import Shares
from bot.wiring.people import PeopleFeature
from tests.integration.gallery.galleries import newest_copy, share, share_of, with_gallery
from tests.integration.pictures import opened, photo_png
from tests.integration.results.results import drawn, newest

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    import simcord

    from tests.integration.conftest import World


async def ask(world: World, person: simcord.MemberActor) -> str:
    """Ask for all, and give what is said where it was asked for."""
    result = await person.slash(world.channel, "export me")
    await world.env.settle()
    told = result.followups[0] if result.followups else result.response
    assert told is not None
    assert told.ephemeral
    return told.content


async def files_of(person: simcord.MemberActor) -> list[dict[str, bytes]]:
    """Unpack what came by direct message, a zip after the other."""
    found = []
    for message in person.user.dm_channel.history():
        for one in message.attachments:
            with zipfile.ZipFile(io.BytesIO(await one.read())) as archive:
                assert archive.testzip() is None
                found.append({name: archive.read(name) for name in archive.namelist()})
    return found


def loaded(files: dict[str, bytes], name: str) -> Any:
    return json.loads(files[name])


async def test_all_that_is_kept_of_somebody_comes_as_a_zip(world: World) -> None:
    gallery = await with_gallery(world)
    await share(world, await drawn(world, "a hare"))
    await world.bruno.click(newest_copy(gallery), custom_id=f"heart:{(await share_of(world)).id}")
    theirs = (await world.ask(world.bruno, "imagine", prompt="a bear")).response
    assert theirs is not None
    await share(world, theirs, by=world.bruno)
    [hearted] = await Shares(world.database).of_person(world.bruno.id)
    await world.ada.click(newest_copy(gallery), custom_id=f"heart:{hearted.id}")
    await drawn(world, "a fox", n=2)
    first = await newest(world, world.ada)
    await world.edit("make it night", image=("photo.png", photo_png()))
    second = await newest(world, world.ada)
    await world.ask(world.bruno, "imagine", prompt="an owl")
    await world.app.feature(PeopleFeature).privacy.set_edits_by_others(world.ada.id, allowed=False)
    assert "in our direct messages, in 1 file" in await ask(world, world.ada)
    [files] = await files_of(world.ada)
    requests = loaded(files, "requests-1.json")
    assert [one["prompt"] for one in requests] == ["make it night", "a fox", "a hare"]
    assert requests[1]["options"]["n"] == 2
    assert requests[1]["cost_microusd"] == 0
    assert requests[1]["pictures"] == [f"pictures/{first.id}-1.png", f"pictures/{first.id}-2.png"]
    assert requests[0]["inputs"][0]["file"] == f"inputs/{second.id}-1.png"
    for name in (*requests[1]["pictures"], f"inputs/{second.id}-1.png"):
        opened(files[name])
    account = loaded(files, "account.json")
    assert account["user_id"] == str(world.ada.id)
    assert account["settings"] == {"edits_by_others": False}
    [shared] = loaded(files, "shares-1.json")
    assert (shared["request"], shared["hearts"]) == (requests[2]["id"], 1)
    [heart] = loaded(files, "hearts-1.json")
    assert heart["share_id"] == hearted.id
    assert b"an owl" not in b"".join(files.values())
    assert await files_of(world.bruno) == []


async def test_what_is_too_much_for_one_file_comes_in_several(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await drawn(world, "a fox", n=4)
    job = await newest(world, world.ada)
    largest = max(one.size_bytes for one in job.pictures)
    monkeypatch.setattr(export, "LIMIT_BYTES", largest + 4096)
    text = await ask(world, world.ada)
    parts = await files_of(world.ada)
    assert len(parts) > 1
    assert f"in {len(parts)} files" in text
    sent = [one for message in world.ada.user.dm_channel.history() for one in message.attachments]
    assert [one.filename for one in sent] == [f"easel-{number}.zip" for number in range(1, len(parts) + 1)]
    assert all(one.size <= largest + 4096 for one in sent)
    names = [name for part in parts for name in part]
    assert len(names) == len(set(names))
    assert {f"pictures/{job.id}-{place}.png" for place in range(1, 5)} <= set(names)


async def test_it_is_given_once_an_hour(world: World) -> None:
    assert "direct messages" in await ask(world, world.ada)
    assert "within the last hour" in await ask(world, world.ada)
    assert len(await files_of(world.ada)) == 1
    assert "direct messages" in await ask(world, world.bruno)


async def test_who_takes_no_direct_messages_is_told_and_may_ask_again(world: World, tmp_path: Path) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
    assert "Allow direct messages" in await ask(world, world.ada)
    assert await files_of(world.ada) == []
    assert "in our direct messages" in await ask(world, world.ada)


async def test_an_export_that_was_lost_may_be_asked_for_again(world: World) -> None:
    await ask(world, world.bruno)
    world.env.inject_error("POST", "/channels/*/messages", status=400, code=50035)
    assert "Discord didn't accept the answer" in await ask(world, world.ada)
    assert "in our direct messages" in await ask(world, world.ada)
