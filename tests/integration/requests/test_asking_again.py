"""What was refused or failed keeps its words: they are shown, asked with once more, and changed in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.budget import Budget
from bot.domain.job import JobState
from tests.integration.conftest import told
from tests.integration.pictures import photo_png
from tests.integration.results.results import labels, newest, press, sentence, set_rules

if TYPE_CHECKING:
    from simcord.results import InteractionResult

    from tests.integration.conftest import Start, World


def prefilled(form: InteractionResult) -> str:
    """Give what the first field of a form begins with."""
    assert form.modal is not None
    value: str = form.modal["components"][0]["component"]["value"]
    return value


async def test_an_edit_that_failed_is_asked_for_once_more_and_with_other_words(world: World) -> None:
    asked = await world.edit("a red hat demo:refuse", image=("a.png", photo_png()), quality="low")
    failed = told(asked)
    assert failed.content.startswith("**a red hat demo\\:refuse**\nThe provider's safety system refused this request")
    assert labels(failed) == ["Try again", "Change words"]
    first = await newest(world, world.ada)
    stranger = await world.bruno.click(failed, label="Change words")
    assert "Only the person who asked" in sentence(stranger)
    await press(world, failed, "Try again", by=world.ada)
    again = await newest(world, world.ada)
    assert (again.prompt, again.options) == (first.prompt, first.options)
    form = await world.ada.click(failed, label="Change words")
    assert prefilled(form) == "a red hat demo:refuse"
    drawn = await world.ada.submit_modal(form, {"prompt0": "a blue hat"})
    await world.all_ended()
    assert len(told(drawn).attachments) == 1
    changed = await newest(world, world.ada)
    assert (changed.prompt, changed.options) == ("a blue hat", first.options)
    assert await world.files_of(first.id) == await world.files_of(again.id) == await world.files_of(changed.id)


async def test_what_a_server_refuses_is_told_to_its_asker_alone_with_the_words_to_change(world: World) -> None:
    await set_rules(world, words=("crown",))
    refused = told(await world.imagine("a fox with a crown", n=2))
    assert refused.ephemeral
    assert refused.content.startswith("**a fox with a crown**\nYour prompt contains a word")
    form = await world.ada.click(refused, label="Change words")
    drawn = told(await world.ada.submit_modal(form, {"prompt0": "a fox with a hat"}))
    await world.all_ended()
    assert drawn.id
    assert len((await newest(world, world.ada)).pictures) == 2
    assert "no longer have this request" in sentence(await world.ada.click(refused, label="Change words"))


async def test_a_refusal_after_the_public_answer_was_promised_takes_that_away(world: World) -> None:
    asked = await world.edit("a red hat", image=("a.png", b"no picture"))
    refused = told(asked)
    assert refused.ephemeral
    assert refused.content.startswith("**a red hat**\nThe file in `image`")
    assert world.channel.last_message is None or world.channel.last_message.id == refused.id
    job = await newest(world, world.ada)
    assert (job.state, job.files) == (JobState.FAILED, ())


async def test_a_refused_edit_is_not_asked_for_without_its_file_after_a_restart(start: Start) -> None:
    world = await start(budgets=(Budget.from_text("user/day=1 pictures"),))
    refused = told(await world.edit("a red hat", image=("a.png", photo_png()), n=2))
    assert labels(refused) == ["Try again"]
    world = await world.restarted(budgets=())
    assert "no longer have this request" in sentence(await world.ada.click(refused, label="Try again"))


async def test_a_refusal_that_does_not_go_to_its_asker_alone_is_the_answer(world: World) -> None:
    world.env.inject_error("POST", "/webhooks/*", status=400, code=50035)
    refused = told(await world.edit("a red hat", image=("a.png", b"no picture")))
    assert not refused.ephemeral
    assert "The file in `image`" in refused.content


async def test_words_that_are_too_long_for_one_field_are_all_in_the_form(world: World) -> None:
    await set_rules(world, words=("crown",))
    long = "a crown " + "fox " * 1100
    form = await world.ada.click(told(await world.imagine(long)), label="Change words")
    assert form.modal is not None
    values = [one["component"]["value"] for one in form.modal["components"]]
    assert [len(one) for one in values] == [4000, len(long) - 4000]
    assert "".join(values) == long


async def test_a_refusal_to_a_message_goes_after_a_while_at_the_latest_with_the_bot(world: World) -> None:
    asked = await world.ada.send(world.channel, f"{world.bot_user.mention} a fox --quality ultra")
    await world.all_ended()
    refused = world.channel.last_message
    assert refused is not None
    assert "I'll delete it <t:" in refused.content
    await world.bot.close()
    assert world.channel.last_message is not None
    assert world.channel.last_message.id == asked.id
