"""The real bot in an in-memory Discord, with the embedded images API on loopback."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from simcord.backend import serializers
from simcord.enums import ComponentType, InteractionType
from simcord.interactions import base_payload
from simcord.results import InteractionResult
from sqlalchemy import delete, select

from bot.chat.client import EaselBot
from bot.demo.embedded import embedded_images
from bot.demo.playground.downloads import MemoryDownloads
from bot.settings import Settings
from bot.store.commands.tables import registered_commands
from bot.store.database.engine import Database, database_url
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.tables import jobs
from bot.store.money.tables import ChargeState, charges
from bot.wiring.app import App, build_app
from bot.words.mentions import know_commands
from tests.standin.log_watch import watch
from tests.unit.store.samples import NAMES

# Nobody looks at the pictures: painted at full size, they took a fifth of the time of these tests.
_CLARITY = 1 / 16
PERMISSIONS = discord.Permissions(274878024704)


@dataclass(frozen=True, slots=True)
class World:
    """A server with one channel, the bot, and two people."""

    env: simcord.Env
    app: App
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    ada: simcord.MemberActor
    bruno: simcord.MemberActor
    jobs: Jobs
    database: Database
    build: Callable[..., App]

    @property
    def bot(self) -> EaselBot:
        return self.app.bot

    @property
    def bot_user(self) -> discord.ClientUser:
        assert self.bot.user is not None
        return self.bot.user

    def payloads(self, path: str) -> list[dict[str, Any]]:
        """Every JSON body that the bot has sent to a path, with `*` for any part of it."""
        matching = (one.json for one in self.env.http_requests if fnmatch(one.path, path))
        return [body for body in matching if isinstance(body, dict)]

    def hidden_channel(self, name: str, *, seen_by: Iterable[object]) -> simcord.ChannelHandle:
        """Make a text channel that only these members and roles see."""
        overwrites: dict[Any, discord.PermissionOverwrite] = {
            self.guild.default_role: discord.PermissionOverwrite(view_channel=False),
            **{one: discord.PermissionOverwrite(view_channel=True) for one in seen_by},
        }
        return self.guild.create_text_channel(name, overwrites=overwrites)

    @property
    def moderator_permissions(self) -> discord.Permissions:
        return discord.Permissions(manage_messages=True)

    async def charge_state(self, job_id: int) -> ChargeState:
        """Read what stands in the ledger for a job."""
        query = select(charges.c.state).where(charges.c.job_id == job_id)
        return ChargeState(await self.database.read(lambda connection: connection.execute(query).scalar_one()))

    async def files_of(self, job_id: int) -> list[tuple[str, bytes]]:
        """Load what went up with a job: each file's label and bytes."""
        job = await self.jobs.load(job_id)
        return [(one.label, await self.app.foundation.requests.saved_references.load(one.blob)) for one in job.files]

    async def restarted(self, **changed: Any) -> "World":
        """Stop the bot, and start another one in its place: with the same settings, but for these values."""
        await self.bot.close()
        app = self.build(**changed)
        await self.env.restart_bot(app.bot)
        return replace(self, app=app)

    def press(
        self, person: simcord.MemberActor, message: simcord.ResponseMessage | discord.Message, custom_id: str
    ) -> InteractionResult:
        """Press a button without waiting for anything, as people do who press at the same time."""
        backend = self.env.backend
        stored = backend.get_message(self.channel.id, message.id)
        interaction, payload = base_payload(
            backend,
            type=InteractionType.MESSAGE_COMPONENT,
            channel_id=self.channel.id,
            guild_id=self.guild.id,
            user_id=person.id,
            data={"custom_id": custom_id, "component_type": ComponentType.BUTTON},
        )
        interaction.source_message_id = stored.id
        backend.emit("INTERACTION_CREATE", {**payload, "message": dict(serializers.message_payload(backend, stored))})
        return InteractionResult(self.env, interaction)

    async def imagine(self, prompt: str = "a fox in snow", **options: Any) -> InteractionResult:
        return await self.ask(self.ada, "imagine", prompt=prompt, **options)

    async def edit(self, prompt: str = "make it night", **options: Any) -> InteractionResult:
        return await self.ask(self.ada, "edit", prompt=prompt, **options)

    async def ask(
        self,
        person: simcord.MemberActor,
        command: str,
        *,
        place: simcord.ChannelHandle | None = None,
        **options: Any,
    ) -> InteractionResult:
        """Use a command, and wait until everything that is asked for has ended."""
        watch.plant(str(options.get("prompt", "")))
        result = await person.slash(place or self.channel, command, **options)
        await self.all_ended()
        return result

    async def all_ended(self) -> None:
        """Wait until no job is open, and all is said of those that were: the bot works on when an action is over."""

        async def ended() -> bool:
            return not await self.jobs.unfinished() and not self.app.foundation.jobs.engine.running

        await self.until(ended)
        await self.env.settle()

    async def until(self, condition: Callable[[], Awaitable[bool]]) -> None:
        """Wait until something is true that the bot makes so outside of any action."""
        async with asyncio.timeout(20):
            while not await condition():  # noqa: ASYNC110 - there is no event to wait for
                await asyncio.sleep(0.02)

    async def says(self, result: InteractionResult, words: str) -> simcord.ResponseMessage:
        """Wait until an answer contains words, and give it."""
        answer = result.response
        assert answer is not None

        async def contains() -> bool:
            return words in answer.content

        await self.until(contains)
        return answer


def told(result: InteractionResult) -> simcord.ResponseMessage:
    """Give the one answer that there is: to its asker alone where a public one that was promised went for it."""
    [message] = [one for one in (result.response, *result.followups) if one is not None]
    return message


Start = Callable[..., Awaitable[World]]
Prepare = Callable[[Settings], Awaitable[None]]


def _app(settings: Settings, public_addresses: Mapping[str, str] | None = None) -> App:
    return build_app(settings, downloads=MemoryDownloads(), public_addresses=public_addresses)


@pytest.fixture(scope="session")
def prepare(tmp_path_factory: pytest.TempPathFactory) -> Prepare:
    """Put the databases of a bot that has run before, but was asked for nothing, into the data folder of another one.

    Making all tables takes half of what a short test does, and a queue that is new to the engine waits for a second.
    The engine's file holds its limit of jobs: there is one for each.
    """
    made: dict[int, Path] = {}

    async def run_once(settings: Settings) -> Path:
        folder = tmp_path_factory.mktemp("databases")
        bot = _app(settings.model_copy(update={"data_dir": folder})).bot
        env = simcord.Env(bot, shard_count=1)
        await env.start()
        await env.shutdown()
        await bot.close()
        # The Discord of the next one has no commands.
        database = Database.at(database_url(None, folder))
        await database.write(lambda connection: connection.execute(delete(registered_commands)))
        await database.close()
        return folder

    async def prepare(settings: Settings) -> None:
        slots = settings.jobs_concurrency
        if slots not in made:
            made[slots] = await run_once(settings)
        for file in made[slots].glob("*.sqlite3"):
            shutil.copy(file, settings.data_dir)

    return prepare


@pytest.fixture
async def start(tmp_path: Path, prepare: Prepare) -> AsyncIterator[Start]:
    """Start a world with the given settings, and public providers at these addresses; it ends with the test."""
    async with AsyncExitStack() as stack:
        stack.callback(know_commands, {})

        async def begin(*, public_addresses: Mapping[str, str] | None = None, **values: Any) -> World:
            # Progress comes by the clock, and would take the errors that are ordered for the answer.
            chosen = {"shutdown_grace_seconds": 1, "partial_images": 0, "progress_seconds": 0, **values}
            settings = Settings(_env_file=None, data_dir=tmp_path, **chosen)  # type: ignore[call-arg]
            settings = await stack.enter_async_context(embedded_images(settings, clarity=_CLARITY))
            if settings.database_url is None:
                await prepare(settings)

            def build(**changed: Any) -> App:
                app = _app(settings.model_copy(update=changed), public_addresses)
                stack.push_async_callback(app.bot.close)
                return app

            app = build()
            env = simcord.Env(app.bot, settle_timeout=12, shard_count=1)
            await env.start()
            stack.push_async_callback(env.shutdown)
            guild = env.create_guild("Easel")
            channel = guild.create_text_channel("pictures")
            ada, bruno = (guild.add_member(env.create_user(name)) for name in ("ada", "bruno"))
            database = Database.at(app.core.database.url)
            stack.push_async_callback(database.close)

            async def plant() -> None:
                """Let the watch of the logs know every prompt, and whatever people wrote."""
                said = await database.read(lambda connection: connection.execute(select(jobs.c.prompt)).scalars().all())
                written = [one for sent in env.backend.messages.values() for one in sent.values()]
                for text in (*said, *(one.content for one in written if one.author_id != app.bot.application_id)):
                    watch.plant(text)

            stack.push_async_callback(plant)
            return World(env, app, guild, channel, ada, bruno, Jobs(database, NAMES), database, build)

        yield begin


@pytest.fixture
async def world(start: Start) -> World:
    return await start()
