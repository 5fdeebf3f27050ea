"""All about a result: its words, options and cost, and the pictures that it came from."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import discord

from bot.chat import wording
from bot.chat.buttons import ONE_ID, ONE_PLACE, JobButton, view_of
from bot.chat.frame import framed
from bot.chat.permissions import check_permissions
from bot.chat.repost import post_pictures
from bot.chat.tree import show_tree
from bot.domain.errors import NotYours
from bot.domain.job import Job
from bot.domain.request import PictureRef
from bot.service.album import may_see
from bot.store.posts import Post

if TYPE_CHECKING:
    from bot.chat.client import Parts

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
    parts = _parts(interaction)
    ancestors = [one for one in await parts.album.ancestors(job.id) if may_see(one, interaction.user.id)]
    posts = await parts.album.posts_of(job.id)
    links = {one.id: _link(await parts.album.posts_of(one.id), one) for one in ancestors[:_ANCESTORS_SHOWN]}
    embed = discord.Embed(
        title=wording.INFO["title"], description=wording.info_prompt(job.prompt), url=_link(posts, job)
    )
    for name, value in wording.info_fields(job, free=parts.demo):
        embed.add_field(name=name, value=value)
    if job.files:
        lines = wording.ancestor_lines(job, ancestors[:_ANCESTORS_SHOWN], links)
        embed.add_field(name=wording.INFO["parents"], value=lines, inline=False)
    items: list[discord.ui.Item[Any]] = []
    steps = _steps_back(job, ancestors)
    if steps:
        items.append(BackSelect(job.id, steps=steps))
    await interaction.edit_original_response(
        embed=embed, view=view_of(*items, TreeButton(job.id)), allowed_mentions=discord.AllowedMentions.none()
    )


class TreeButton(JobButton, template=f"tree:(?P<id>{ONE_ID})"):
    """Draws the family of a picture."""

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, action="tree", label=wording.INFO["tree"], row=1)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then hand over."""
        async with framed(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await show_tree(interaction, await _parts(interaction).album.load_job(self.number))


class BackSelect(discord.ui.DynamicItem[discord.ui.Select[Any]], template=f"back:(?P<id>{ONE_ID})"):
    """Posts a picture again that another one came from."""

    def __init__(self, job_id: int, *, steps: list[discord.SelectOption] | None = None) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id=f"back:{job_id}",
                placeholder=wording.INFO["back"],
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
        async with framed(interaction):
            await interaction.response.defer()
            ref = _parse(self.item.values[0])
            parts = _parts(interaction)
            job = await parts.album.load_job(ref.job_id)
            if job.origin.private:
                raise NotYours
            check_permissions(interaction)
            async with parts.album.hold(job, [ref.place]) as kept:
                await post_pictures(interaction, kept, parts)


BUTTONS = (TreeButton, BackSelect)
"""What a bot has to know, so that the buttons of its earlier messages work."""


def _steps_back(job: Job, ancestors: list[Job]) -> list[discord.SelectOption]:
    """List the ancestors that everybody may see, each as the picture that the line goes through."""
    through = {ref.job_id: ref for one in (job, *ancestors) for ref in one.parents}
    return [
        discord.SelectOption(
            label=wording.step_back(steps, through[one.id].place, len(one.pictures)),
            description=wording.step_prompt(one.prompt),
            value=f"{one.id}:{through[one.id].place}",
        )
        for steps, one in enumerate(ancestors, start=1)
        if one.id in through and not one.origin.private and one.emptied_at is None
    ]


def _link(posts: Sequence[Post], job: Job) -> str | None:
    """Link to the message that shows a job, where there is one for everybody."""
    if job.origin.private or not posts:
        return None
    where = "@me" if job.origin.guild_id is None else job.origin.guild_id
    return f"https://discord.com/channels/{where}/{posts[0].channel_id}/{posts[0].message_id}"


def _parse(value: str) -> PictureRef:
    match = re.fullmatch(f"({ONE_ID}):({ONE_PLACE})", value)
    assert match is not None  # noqa: S101 - Discord sends back what an option was given
    return PictureRef(int(match[1]), int(match[2]))


def _parts(interaction: discord.Interaction[Any]) -> "Parts":
    parts: Parts = interaction.client.parts
    return parts
