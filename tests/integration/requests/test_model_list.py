"""The models that are offered follow the provider's list, while the bot runs and where it does not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.contract.scripted import Provider, reply

if TYPE_CHECKING:
    from tests.integration.conftest import Start, World

NEW, OLD = "gpt-image-2.6-flare", "gpt-image-2"


def listing(*names: str) -> Any:
    return reply({"data": [{"id": name} for name in names]})


async def look(world: World) -> None:
    """Do what is done by the clock."""
    for one in world.app.foundation.requests.periodic:
        await one.work()


async def models(world: World) -> list[str]:
    return [one["value"] for one in await world.ada.autocomplete(world.channel, "imagine", "model", "")]


def registered(world: World) -> list[dict[str, list[str]]]:
    """List the options of /imagine, with their choices, each time that the commands were registered."""
    puts = [one for one in world.env.http_requests if one.method == "PUT" and one.path.endswith("/commands")]
    commands = [next(one for one in put.json or () if one["name"] == "imagine") for put in puts]
    return [
        {one["name"]: [choice["value"] for choice in one.get("choices", ())] for one in command["options"]}
        for command in commands
    ]


async def test_what_the_provider_has_now_is_offered_and_registered(start: Start) -> None:
    async with Provider() as provider:
        provider.put("/v1/models", listing(OLD))
        world = await start(
            images_provider="litellm", images_base_url=provider.base_url, images_api_key="k", images_models=(NEW, OLD)
        )
        await look(world)
        # Nobody can choose another model, so that there is neither one to choose nor what it lacks.
        [*_, before] = registered(world)
        assert "model" not in before
        assert "complexity" not in before
        assert "max" not in before["quality"]
        times = len(registered(world))

        await look(world)
        provider.put("/v1/models", reply({}, status=503))
        await look(world)
        assert len(registered(world)) == times

        provider.put("/v1/models", listing(OLD, NEW))
        await look(world)
        [*_, after] = registered(world)
        assert await models(world) == [NEW, OLD]
        assert after["complexity"] == ["low", "medium", "high"]
        assert "max" in after["quality"]


async def test_a_process_that_cannot_read_the_list_leaves_the_commands_to_those_that_could(start: Start) -> None:
    async with Provider() as provider:
        provider.put("/v1/models", listing(OLD))
        world = await start(
            images_provider="litellm", images_base_url=provider.base_url, images_api_key="k", images_models=(NEW, OLD)
        )
        await look(world)
        times = len(registered(world))
        provider.put("/v1/models", reply({}, status=503))
        world = await world.restarted()
        assert NEW in world.app.core.offered.of(None)
        await look(world)
        assert len(registered(world)) == times

        provider.put("/v1/models", listing(OLD, NEW))
        await look(world)
        [*_, after] = registered(world)
        assert "model" in after
