"""A session of the playground: a bot in a world of its own, served as a page."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

import simcord
from discord.ext import commands

from bot.demo.playground.apps_menu import AppsMenu
from bot.demo.playground.as_in_discord import show_as_in_discord
from bot.demo.playground.channels import Channels
from bot.demo.playground.refresh import keep_up_to_date
from bot.demo.playground.reverse_proxy import ReverseProxy
from bot.demo.playground.samples import Samples
from bot.demo.playground.world import World, build_world, local_zone

_SETTLE_SECONDS = 10.0
"""The longest that an action waits for the bot's own work; under the 15 s of aiohttp's keep-alive timers, which
simcord would wait for too."""


@asynccontextmanager
async def open_session(
    build: Callable[[], commands.AutoShardedBot],
    *,
    samples: Samples,
    spends_money: bool,
    ports: Sequence[int],
    stop: asyncio.Event,
    locale: str = "en-US",
    set_up: Callable[[World], Awaitable[None]] | None = None,
) -> AsyncIterator[str]:
    """Put a bot into a world of its own, serve it on the first port that is free, and give the address.

    `build` builds the bot, and another one at each restart, which finds what the last one kept. `locale` is Discord's
    name of the language in which the page shows times. `set_up` prepares what the bot keeps of the world. `stop` is set
    when the session ends: somebody ended it in the page, or it failed, which leaving then tells.

    Raises:
        OSError: every port is taken.
    """
    async with AsyncExitStack() as stack:
        bot = build()
        env = simcord.Env(bot, settle_timeout=_SETTLE_SECONDS, shard_count=1)

        async def leave() -> None:
            await env.bot.close()

        stack.push_async_callback(leave)
        await env.start()
        stack.push_async_callback(env.shutdown)
        world = await build_world(env, bot, samples=samples, spends_money=spends_money)
        if set_up is not None:
            await set_up(world)
        preview = env.preview(
            world.channels[0],
            viewers=world.people,
            layout="channel",
            locale=locale,
            timezone=local_zone(),
            assets=world.avatars,
        )
        show_as_in_discord(preview, world.files)
        await stack.enter_async_context(preview)
        lock = asyncio.Lock()

        async def restart() -> None:
            await env.bot.close()
            await env.restart_bot(build())
            await preview.refresh()

        channels = Channels(env, preview, world.channels, people=world.people)
        apps = AppsMenu(env, preview, channels)
        proxy = ReverseProxy(preview.url, lock, restart=restart, apps=apps, channels=channels, names=world.names)
        await proxy.open(ports)
        stack.push_async_callback(proxy.close)

        for work in (keep_up_to_date(env, preview, lock), preview.wait_closed()):
            task = asyncio.create_task(work)
            task.add_done_callback(lambda _: stop.set())
            stack.push_async_callback(_cancel, task)
        yield proxy.url


async def _cancel(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
