"""All about a result: its words, options and cost, and the pictures that it came from."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.chat.delivery.reposting import post_pictures
from bot.chat.platform.components import ONE_ID, ONE_PLACE, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.limits import CHOICES_AT_MOST
from bot.chat.platform.old_buttons import JobButton
from bot.chat.platform.permissions import check_permissions
from bot.chat.platform.viewer import parts_of, viewer_of
from bot.chat.results.tree import show_tree
from bot.domain.errors import NotYours
from bot.domain.job import Job
from bot.domain.links import message_link
from bot.domain.request import PictureRef
from bot.service.album import may_look_up, may_see
from bot.store.jobs.posts import Post
from bot.words import info as info_words

_ANCESTORS_SHOWN = 10
"""Lines; each has the beginning of a prompt, and an embed has an end."""


async def show_info(interaction: discord.Interaction[Any], job: Job) -> None:
    """Tell a person all about a job, in the answer of an interaction that was deferred for them alone.

    Raises:
        NotYours: it was answered to another person alone.
        StoreUnavailable: the database does not answer.
    """
    if not may_see(job, interaction.user.id):
        raise NotYours
    parts = parts_of(interaction)
    line = await parts.album.ancestors(job.id)
    viewer = viewer_of(interaction)
    ancestors = [one for one in line if may_look_up(one, viewer)]
    posts = await parts.album.posts_of(job.id)
    links = {one.id: _link(await parts.album.posts_of(one.id), one) for one in ancestors[:_ANCESTORS_SHOWN]}
    embed = discord.Embed(
        title=info_words.INFO["title"], description=info_words.info_prompt(job.prompt), url=_link(posts, job)
    )
    for name, value in info_words.info_fields(job, free=parts.demo):
        embed.add_field(name=name, value=value)
    if job.files:
        lines = info_words.ancestor_lines(job, ancestors[:_ANCESTORS_SHOWN], links)
        embed.add_field(name=info_words.INFO["parents"], value=lines, inline=False)
    items: list[discord.ui.Item[Any]] = []
    steps = _steps_back(job, line, to_post={one.id: one for one in ancestors if not one.origin.private})
    if steps:
        items.append(BackSelect(job.id, steps=steps))
    await interaction.edit_original_response(
        embed=embed, view=view_of(*items, TreeButton(job.id)), allowed_mentions=discord.AllowedMentions.none()
    )


class TreeButton(JobButton, template=f"tree:(?P<id>{ONE_ID})"):
    """Draws the family of a picture."""

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, action="tree", label=info_words.INFO["tree"], row=1)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then hand over."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await show_tree(interaction, await parts_of(interaction).album.load_job(self.number))


class BackSelect(discord.ui.DynamicItem[discord.ui.Select[Any]], template=f"back:(?P<id>{ONE_ID})"):
    """Posts a picture again that another one came from."""

    def __init__(self, job_id: int, *, steps: list[discord.SelectOption] | None = None) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id=f"back:{job_id}",
                placeholder=info_words.INFO["back"],
                options=steps if steps is not None else discord.utils.MISSING,
                row=0,
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], __: discord.ui.Item[Any], match: re.Match[str]
    ) -> "BackSelect":
        """Rebuild the select that was used."""
        return cls(int(match["id"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then post the picture for everybody."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            ref = _parse(self.item.values[0])
            parts = parts_of(interaction)
            job = await parts.album.load_job(ref.job_id)
            if job.origin.private or not may_look_up(job, viewer_of(interaction)):
                raise NotYours
            check_permissions(interaction)
            async with parts.album.hold(job, [ref.place]) as kept:
                await post_pictures(interaction, kept, parts)


BUTTONS = (TreeButton, BackSelect)
"""What a bot has to know, so that the buttons of its earlier messages work."""


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
