"""The family of a picture, drawn as one image."""

import io
from typing import Any

import discord
from discord import app_commands

from bot.chat.platform.limits import CHOICES_AT_MOST
from bot.chat.platform.viewer import parts_of, viewer_of
from bot.domain.errors import NotYours, PicturesGone
from bot.domain.job import Job
from bot.domain.request import PictureRef
from bot.images.drawn.tree import TreeNode, draw_tree
from bot.service.album import may_look_up, may_see
from bot.service.history import NEWEST
from bot.store.errors import StoreError
from bot.words import info as info_words


async def show_tree(interaction: discord.Interaction[Any], job: Job) -> None:
    """Draw the family of a job into the answer of an interaction that was deferred for one person alone.

    What the person may not look up, and what is deleted, is an empty card.

    Raises:
        NotYours: the job was answered to another person alone.
        StoreUnavailable: the database or the blobs do not answer.
    """
    parts = parts_of(interaction)
    if not may_see(job, interaction.user.id):
        raise NotYours
    family = sorted(await parts.album.family(job.id), key=lambda one: one.id)
    viewer = viewer_of(interaction)
    seen = {one.id for one in family if one.id == job.id or may_look_up(one, viewer)}
    # A picture that was edited stands for its request; of the others, the first one does.
    places = {ref.job_id: ref.place for one in reversed(family) for ref in one.parents}
    refs = [PictureRef(one.id, places.get(one.id, 1)) for one in family if one.id in seen]
    async with parts.album.hold_each(family, refs) as thumbnails:
        nodes = [
            TreeNode(
                key=one.id,
                parents=tuple(dict.fromkeys(ref.job_id for ref in one.parents)),
                thumbnail=thumbnails.get(one.id),
                number=number,
                title=info_words.tree_title(one),
                text=one.prompt if one.id in seen else info_words.TREE_PRIVATE,
                current=one.id == job.id,
            )
            for number, one in enumerate(family, start=1)
        ]
        drawn = await parts.offload.run(draw_tree, nodes)
    file = discord.File(
        io.BytesIO(drawn),
        filename=f"tree-{job.id}.png",
        description=info_words.tree_alt_text(len(nodes)),
        spoiler=any(one.origin.spoiler for one in family),
    )
    await interaction.edit_original_response(
        content=info_words.tree_text(len(nodes)), attachments=[file], allowed_mentions=discord.AllowedMentions.none()
    )


async def find_job(interaction: discord.Interaction[Any], picture: str | None) -> Job:
    """Find the job that /tree was asked for: by its id as the choice gives it, or the person's last one with pictures.

    Raises:
        PicturesGone: there is none.
        NotYours: it is another person's, who made it where this one cannot look.
        StoreUnavailable: the database does not answer.
    """
    parts = parts_of(interaction)
    if picture is not None and picture.isascii() and picture.isdigit() and int(picture) <= NEWEST:
        job = await parts.album.load_job(int(picture))
        if not may_look_up(job, viewer_of(interaction)):
            raise NotYours
        return job
    drawn = await parts.album.latest(interaction.user.id)
    if not drawn or picture is not None:
        raise PicturesGone
    return drawn[0]


async def offer_jobs(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
    """Offer a person's last pictures whose prompt contains what was typed so far."""
    parts = parts_of(interaction)
    wanted = typed.strip().lower()
    try:
        jobs = await parts.album.latest(interaction.user.id)
    except StoreError:
        return []
    return [
        app_commands.Choice(name=info_words.tree_choice(job.prompt), value=str(job.id))
        for job in jobs
        if wanted in job.prompt.lower()
    ][:CHOICES_AT_MOST]
