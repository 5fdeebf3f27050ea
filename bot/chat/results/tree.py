"""The family of a picture, drawn as one image."""

from collections.abc import Sequence

import discord

from bot.chat.platform.components import Interaction, Listener, on_press
from bot.chat.platform.files import build_file
from bot.chat.platform.guilds import Guilds
from bot.chat.platform.limits import CHOICES_AT_MOST
from bot.chat.platform.names import fetch_names
from bot.chat.platform.viewer import viewer_of
from bot.chat.results.buttons import TreeButton
from bot.domain.errors import NotYours, PicturesGone
from bot.domain.job import Job
from bot.domain.request import PictureRef
from bot.images.drawn.tree import TreeNode, draw_tree
from bot.images.offload import Offload
from bot.service.album import Album, may_look_up
from bot.service.history import NEWEST
from bot.store.errors import StoreError
from bot.words import info as info_words


class FamilyTree:
    """Draws what a picture came from, and what came from it."""

    def __init__(self, guilds: Guilds, album: Album, *, offload: Offload) -> None:
        self._guilds = guilds
        self._album = album
        self._offload = offload

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return (on_press(TreeButton, self._open),)

    async def show(self, interaction: Interaction, picture: str | None) -> None:
        """Draw the family of what a person names, into the answer of an interaction that was deferred for them alone.

        They name it by a job's id, as `choices` gives it, or mean their last one with pictures.

        Raises:
            PicturesGone: there is none.
            NotYours: it is another person's, who made it where this one cannot look.
            StoreUnavailable: the database or the blobs do not answer.
        """
        await self._draw(interaction, await self._find(interaction, picture))

    async def choices(self, user_id: int, typed: str) -> list[tuple[str, str]]:
        """Name a person's last pictures whose prompt contains what was typed so far, each with its job's id."""
        wanted = typed.strip().lower()
        try:
            jobs = await self._album.latest(user_id)
        except StoreError:
            return []
        found = [job for job in jobs if wanted in job.prompt.lower()]
        return [(info_words.tree_choice(job.prompt), str(job.id)) for job in found[:CHOICES_AT_MOST]]

    async def _open(self, interaction: Interaction, job_id: int) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._draw(interaction, await self._album.load_seen(job_id, viewer=viewer_of(interaction)))

    async def _find(self, interaction: Interaction, picture: str | None) -> Job:
        if picture is not None and picture.isascii() and picture.isdigit() and int(picture) <= NEWEST:
            job = await self._album.load_job(int(picture))
            if not may_look_up(job, viewer_of(interaction)):
                raise NotYours
            return job
        drawn = await self._album.latest(interaction.user.id)
        if not drawn or picture is not None:
            raise PicturesGone
        return drawn[0]

    async def _draw(self, interaction: Interaction, job: Job) -> None:
        """Draw the family of a job; what the person may not look up, and what is deleted, is an empty card."""
        family = sorted(await self._album.family(job.id), key=lambda one: one.id)
        viewer = viewer_of(interaction)
        seen = {one.id for one in family if one.id == job.id or may_look_up(one, viewer)}
        # A picture that was edited stands for its request; of the others, the first one does.
        places = {ref.job_id: ref.place for one in reversed(family) for ref in one.parents}
        refs = [PictureRef(one.id, places.get(one.id, 1)) for one in family if one.id in seen]
        steps = _steps(family, seen=seen)
        askers = [step.job.origin.user_id for step in steps if step.is_told]
        names = await fetch_names(self._guilds, interaction.guild_id, askers)
        async with self._album.hold_each(family, refs) as thumbnails:
            nodes = [
                TreeNode(
                    key=step.job.id,
                    parents=tuple(dict.fromkeys(ref.job_id for ref in step.job.parents)),
                    thumbnail=thumbnails.get(step.job.id),
                    number=step.number,
                    title=info_words.tree_title(step.job),
                    name=names.get(step.job.origin.user_id, "") if step.is_told else "",
                    text=info_words.tree_words(step),
                    current=step.job.id == job.id,
                )
                for step in steps
            ]
            drawn = await self._offload.run(draw_tree, nodes)
        file = build_file(
            drawn,
            f"tree-{job.id}.png",
            description=info_words.tree_alt_text(len(nodes)),
            spoiler=any(one.origin.spoiler for one in family),
        )
        await interaction.edit_original_response(
            content=info_words.tree_text(steps),
            attachments=[file],
            allowed_mentions=discord.AllowedMentions.none(),
        )


def _steps(family: Sequence[Job], *, seen: set[int]) -> list[info_words.Step]:
    numbers = {one.id: number for number, one in enumerate(family, start=1)}
    prompts = {one.id: one.prompt for one in family}
    return [
        info_words.Step(
            job=one,
            number=numbers[one.id],
            parents=tuple(dict.fromkeys(numbers[ref.job_id] for ref in one.parents if ref.job_id in numbers)),
            seen=one.id in seen,
            repeats=any(prompts.get(ref.job_id) == one.prompt for ref in one.parents[:1]),
        )
        for one in family
    ]
