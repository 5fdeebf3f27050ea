"""Several channels in one page, direct messages too, which simcord's Preview does not have: it is made for one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import simcord
from simcord.backend.access import can_access_channel
from simcord.preview import Preview


@dataclass(frozen=True, slots=True)
class ListedChannel:
    """A channel that the viewer of a page can read, with the sign before its name, and whether the page shows it."""

    id: int
    label: str
    current: bool


class Channels:
    """Lets each page show one of several channels or its viewer's direct messages with the bot, and act there.

    simcord does not promise that its pages stay as they are; the version is pinned, and tests hold this.
    """

    def __init__(
        self,
        env: simcord.Env,
        preview: Preview,
        channels: Sequence[simcord.ChannelHandle],
        *,
        people: Sequence[simcord.MemberActor],
    ) -> None:
        """Begin in the first of `channels`."""
        self._env = env
        self._preview = preview
        self._first = channels[0]
        self._labels = {one.id: f"# {one.name}" for one in channels}
        self._members = {one.id: one for one in people}
        self._direct = {one.user.dm_channel.id: one.user for one in people}
        self._labels |= dict.fromkeys(self._direct, f"@ {env.backend.bot_user.name}")
        self._channels = {one.id: one for one in (*channels, *(user.dm_channel for user in self._direct.values()))}

    def of(self, page_id: str) -> Sequence[ListedChannel]:
        """List the channels that the viewer of a page can read.

        Raises:
            simcord.SetupError: there is no such page.
        """
        page = self._preview._get_page(page_id)  # noqa: SLF001
        return [
            ListedChannel(one.id, self._labels[one.id], one.id == page.channel_id)
            for one in self._channels.values()
            if can_access_channel(self._env, one.id, page.viewer, history=True)
        ]

    async def show(self, channel_id: int, *, page_id: str) -> None:
        """Let a page show another channel; nobody else touches the world meanwhile.

        Raises:
            simcord.SetupError: there is no such page, or no such channel for its viewer.
        """
        if all(one.id != channel_id for one in self.of(page_id)):
            raise simcord.SetupError("no such channel for this viewer")
        preview = self._preview
        page = preview._get_page(page_id)  # noqa: SLF001
        # What the Preview itself does when a page is viewed as somebody else.
        preview._clear_page_assets(page)  # noqa: SLF001
        # To simcord a person is a member in a server, and a user in direct messages.
        page.viewer = self._direct.get(channel_id) or self._members[page.viewer.id]
        page.channel_id = channel_id
        page.generation += 1
        preview._reset_queries(page)  # noqa: SLF001
        page.target_id = page.window_end_id = preview._initial_target(page.viewer, channel_id)  # noqa: SLF001
        page.modal = page.modal_handle = None
        page.status = "current"
        preview._publish(page, reason="navigation")  # noqa: SLF001

    @contextmanager
    def acting(self, page_id: str) -> Iterator[simcord.ChannelHandle]:
        """Have what a page does go to the channel that it shows, which is given; a new page begins in the first."""
        try:
            shown = self._channels[self._preview._get_page(page_id).channel_id]  # noqa: SLF001
        except simcord.SetupError:
            shown = self._first
        self._preview.channel = shown
        try:
            yield shown
        finally:
            self._preview.channel = self._first
