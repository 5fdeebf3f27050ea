"""The place where a test happens: users, guilds and channels, made and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.standin.payloads import channel_to_json, guild_create_to_json
from tests.standin.state import Event, Intent, State
from tests.standin.world import Channel, ChannelType, Guild, Overwrite, Permission, User

if TYPE_CHECKING:
    from tests.standin.limits import Limits


class Scene:
    """A guild, a text channel, a thread in it and two members from the start, and whatever a test adds."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.alice = self.add_user("alice")
        self.bob = self.add_user("bob")
        self.guild = self.add_guild("studio", self.add_user("owner"), self.alice, self.bob)
        self.channel = self.add_channel(self.guild, "pictures")
        self.thread = self.add_thread(self.channel, "drafts")

    @property
    def limits(self) -> Limits:
        """The platform's figures, free to change."""
        return self.state.limits

    def add_user(self, name: str) -> User:
        """Make a user."""
        user = User(id=self.state.ids.next(), name=name)
        self.state.users[user.id] = user
        return user

    def add_guild(
        self, name: str, owner: User, /, *members: User, has_bot: bool = True, guild_id: int | None = None
    ) -> Guild:
        """Make a guild; without the bot, it is one where users have installed the app for themselves.

        Its shard follows from its id, so that a test may choose that.
        """
        state = self.state
        guild = Guild(
            id=state.ids.next() if guild_id is None else guild_id,
            name=name,
            owner=owner,
            bot_role_id=state.ids.next(),
            joined_at=state.clock.now(),
            has_bot=has_bot,
        )
        present = [owner, *members, *([state.bot] if has_bot else [])]
        guild.members = {user.id: user for user in present}
        state.guilds[guild.id] = guild
        if has_bot:
            self._tell("GUILD_CREATE", guild_create_to_json(guild, [state.bot]), guild)
        return guild

    def add_channel(self, guild: Guild, name: str) -> Channel:
        """Make a text channel."""
        return self._keep(Channel(id=self.state.ids.next(), name=name, type=ChannelType.TEXT, guild=guild))

    def add_thread(self, parent: Channel, name: str) -> Channel:
        """Make a public thread."""
        kind = ChannelType.PUBLIC_THREAD
        return self._keep(Channel(id=self.state.ids.next(), name=name, type=kind, guild=parent.guild, parent=parent))

    def direct_messages(self, user: User) -> Channel:
        """Return the direct messages between a user and the bot."""
        return self.state.open_dm(user)

    def limit_bot(self, channel: Channel, *, deny: Permission) -> None:
        """Take permissions from the bot in a channel (and its threads); none gives them all back."""
        guild = _guild_of(channel)
        channel.overwrites[guild.bot_role_id] = Overwrite(deny=deny)
        self._tell_channel("CHANNEL_UPDATE", channel)

    def delete_channel(self, channel: Channel) -> None:
        """Delete a channel with all that is in it."""
        guild = _guild_of(channel)
        for message in self.state.messages.of_channel(channel):
            self.state.messages.delete(message)
        del self.state.channels[channel.id]
        del guild.channels[channel.id]
        self._tell_channel("CHANNEL_DELETE" if channel.parent is None else "THREAD_DELETE", channel)

    def remove_bot(self, guild: Guild) -> None:
        """Remove the bot from a guild."""
        guild.has_bot = False
        guild.members.pop(self.state.bot.id, None)
        self._tell("GUILD_DELETE", {"id": str(guild.id)}, guild)

    def advance(self, seconds: float) -> None:
        """Move Discord's clock forward: deadlines and tokens run out, the bot's own clock does not move."""
        self.state.clock.advance(seconds)

    def _keep(self, channel: Channel) -> Channel:
        self.state.channels[channel.id] = channel
        _guild_of(channel).channels[channel.id] = channel
        self._tell_channel("CHANNEL_CREATE" if channel.parent is None else "THREAD_CREATE", channel)
        return channel

    def _tell_channel(self, name: str, channel: Channel) -> None:
        guild = _guild_of(channel)
        if guild.has_bot:
            self._tell(name, channel_to_json(channel), guild)

    def _tell(self, name: str, data: dict[str, Any], guild: Guild) -> None:
        self.state.audience.dispatch(Event(name=name, data=data, guild=guild, intent=Intent.GUILDS))


def _guild_of(channel: Channel) -> Guild:
    if channel.guild is None:
        raise ValueError(channel)
    return channel.guild
