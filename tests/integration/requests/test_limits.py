"""Limits and budgets, as those meet them who ask for too much."""

from bot.domain.budget import Budget
from tests.integration.conftest import Start, told
from tests.integration.requests.test_failures import answer


async def test_one_person_has_so_many_requests_open_and_no_more(start: Start) -> None:
    world = await start(jobs_per_user=1)
    slow = await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=2")
    refused = await world.ada.slash(world.channel, "imagine", prompt="a fox")
    assert "You have 1 unfinished request" in told(refused).content
    other = await world.ask(world.bruno, "imagine", prompt="a hare")
    for result in (slow, other):
        assert result.response is not None
        assert len(result.response.attachments) == 1


async def test_a_full_queue_says_how_long_it_is(start: Start) -> None:
    world = await start(jobs_concurrency=1, queue_limit=1)
    running = await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=3")

    async def runs() -> bool:
        return (await world.jobs.load(running._interaction.id)).started_at is not None

    await world.until(runs)
    await world.ada.slash(world.channel, "imagine", prompt="a lake")
    refused = await world.bruno.slash(world.channel, "imagine", prompt="a hare")
    assert "1 request is waiting, and the limit is 1" in told(refused).content
    await world.all_ended()


async def test_everybodys_first_comes_before_anybodys_second(start: Start) -> None:
    world = await start(jobs_concurrency=1)
    for prompt in ("one demo:slow=2", "two", "three"):
        await world.ada.slash(world.channel, "imagine", prompt=prompt)
    await world.bruno.slash(world.channel, "imagine", prompt="a hare")
    await world.all_ended()
    jobs = [*await world.jobs.history(world.ada.id, limit=9), *await world.jobs.history(world.bruno.id, limit=9)]
    drawn = sorted(
        (job for job in jobs if job.drawn_at), key=lambda job: job.drawn_at.timestamp() if job.drawn_at else 0
    )
    assert [job.prompt for job in drawn] == ["one demo:slow=2", "a hare", "two", "three"]


async def test_a_budget_in_pictures_is_refused_before_it_is_overdrawn(start: Start) -> None:
    world = await start(budgets=(Budget.from_text("user/day=3 pictures"),))
    await world.imagine(n=2)
    text = await answer(world, "a fox", n=2)
    assert "take you over today's limit: 1 of 3 pictures left" in text
    assert "Nothing was spent" in text
    assert len((await world.imagine("a last fox")).response.attachments) == 1  # type: ignore[union-attr]


async def test_the_provider_is_asked_for_so_many_pictures_a_minute(start: Start) -> None:
    limited = await start(images_per_minute=2)
    await limited.imagine(n=2)
    held = await limited.ada.slash(limited.channel, "imagine", prompt="a hare")

    async def is_held() -> bool:
        return (await limited.jobs.load(held._interaction.id)).started_at is not None

    await limited.until(is_held)
    assert held.response is not None
    assert held.response.attachments == []


async def test_what_limits_and_budgets_refuse_is_refused_before_its_file_is_looked_at(start: Start) -> None:
    broken = ("a.png", b"\x89PNG\r\n\x1a\nno picture")
    world = await start(jobs_per_user=1, budgets=(Budget.from_text("user/day=1 pictures"),))
    slow = await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=1")
    full = await world.ada.slash(world.channel, "edit", prompt="make it night", image=broken)
    assert "You have 1 unfinished request" in told(full).content
    await world.all_ended()
    assert slow.response is not None
    spent = await world.edit(image=broken)
    assert "reached today's limit (1 picture)" in told(spent).content
    other = await world.ask(world.bruno, "edit", prompt="make it night", image=broken)
    assert "incomplete or damaged" in told(other).content
