"""All about a result: its words, options and cost, and the pictures that it came from."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.chat.platform.caller import caller_of
from bot.chat.platform.components import (
    ONE_ID,
    ONE_PLACE,
    Interaction,
    Listener,
    on_component,
    on_press,
    view_of,
)
from bot.chat.platform.limits import CHOICES_AT_MOST
from bot.chat.platform.permissions import check_permissions, standings_to
from bot.chat.platform.viewer import viewer_of
from bot.chat.results.buttons import BackSelect, InfoButton, TreeButton
from bot.chat.results.reposting import Reposting
from bot.domain.access import Act, check_access
from bot.domain.errors import NotYours
from bot.domain.job import Job
from bot.domain.links import message_link
from bot.domain.request import PictureRef
from bot.service.album import Album, may_look_up, may_see
from bot.service.publication import Publication
from bot.service.server_rules import ServerRules
from bot.store.jobs.posts import Post
from bot.words import info as info_words

_ANCESTORS_SHOWN = 10
"""Lines; each has the beginning of a prompt, and an embed has an end."""


class PictureInfo:
    """Tells about results, and posts again what they came from."""

    def __init__(
        self, album: Album, *, server_rules: ServerRules, publication: Publication, reposting: Reposting, free: bool
    ) -> None:
        """Say with `free` that pictures cost nothing."""
        self._album = album
        self._server_rules = server_rules
        self._publication = publication
        self._reposting = reposting
        self._free = free

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return on_press(InfoButton, self.open), on_component(f"back:(?P<job>{ONE_ID})", self._post_ancestor)

    async def open(self, interaction: Interaction, job_id: int) -> None:
        """Acknowledge, then tell a person all about a job.

        Raises:
            PicturesGone: it is not kept any more.
            NotYours, StoreUnavailable: as `show` does.
        """
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self.show(interaction, await self._album.load_seen(job_id, viewer=viewer_of(interaction)))

    async def show(self, interaction: Interaction, job: Job) -> None:
        """Tell a person all about a job, in the answer of an interaction that was deferred for them alone.

        Raises:
            NotYours: it was answered to another person alone.
            StoreUnavailable: the database does not answer.
        """
        if not may_see(job, interaction.user.id):
            raise NotYours
        line = await self._album.ancestors(job.id)
        viewer = viewer_of(interaction)
        ancestors = [one for one in line if may_look_up(one, viewer)]
        items: list[discord.ui.Item[Any]] = []
        steps = _steps_back(job, line, to_post={one.id: one for one in ancestors if not one.origin.private})
        if steps:
            items.append(BackSelect(job.id, steps=steps))
        await interaction.edit_original_response(
            embed=await self._describe(job, ancestors),
            view=view_of(*items, TreeButton(job.id)),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _describe(self, job: Job, ancestors: Sequence[Job]) -> discord.Embed:
        embed = discord.Embed(
            title=info_words.INFO["title"],
            description=info_words.info_prompt(job.prompt),
            url=_link(await self._album.posts_of(job.id), job),
        )
        for name, value in info_words.info_fields(job, free=self._free):
            embed.add_field(name=name, value=value)
        if job.files:
            shown = ancestors[:_ANCESTORS_SHOWN]
            links = {one.id: _link(await self._album.posts_of(one.id), one) for one in shown}
            lines = info_words.ancestor_lines(job, shown, links)
            embed.add_field(name=info_words.INFO["parents"], value=lines, inline=False)
        return embed

    async def _post_ancestor(self, interaction: Interaction, _: re.Match[str], select: discord.ui.Select[Any]) -> None:
        """Acknowledge, then post the picture for everybody."""
        await interaction.response.defer()
        ref = _parse(select.values[0])
        applied_rules = await self._server_rules.load(caller_of(interaction))
        job = await self._album.load_job(ref.job_id)
        check_access(Act.POST_EARLIER, standings_to(interaction, job))
        if job.origin.private or not may_look_up(job, viewer_of(interaction)):
            raise NotYours
        check_permissions(interaction)
        await self._publication.check_post(job, [ref.place], applied_rules=applied_rules)
        async with self._album.hold(job, [ref.place]) as kept:
            await self._reposting.post(interaction, kept)


def _steps_back(job: Job, ancestors: Sequence[Job], *, to_post: Mapping[int, Job]) -> list[discord.SelectOption]:
    """List the pictures that a job came from, the nearest first, as far as they may be posted and are kept."""
    steps = {job.id: 0}
    refs: dict[PictureRef, None] = {}
    for one in (job, *ancestors):
        for ref in one.parents:
            steps.setdefault(ref.job_id, steps[one.id] + 1)
            refs[ref] = None
    return [
        discord.SelectOption(
            label=info_words.step_back(steps[ref.job_id], ref.place, len(to_post[ref.job_id].pictures)),
            description=info_words.step_prompt(to_post[ref.job_id].prompt),
            value=f"{ref.job_id}:{ref.place}",
        )
        for ref in sorted(refs, key=lambda ref: steps[ref.job_id])
        if ref.job_id in to_post and to_post[ref.job_id].emptied_at is None
    ][:CHOICES_AT_MOST]


def _link(posts: Sequence[Post], job: Job) -> str | None:
    """Link to the message that shows a job, where there is one for everybody."""
    if job.origin.private or not posts:
        return None
    return message_link(job.origin.guild_id, posts[0].channel_id, posts[0].message_id)


def _parse(value: str) -> PictureRef:
    match = re.fullmatch(f"({ONE_ID}):({ONE_PLACE})", value)
    assert match is not None  # noqa: S101 - Discord sends back what an option was given
    return PictureRef(int(match[1]), int(match[2]))
