"""Reported pictures as moderators see them: a message about each, with what they can decide."""

import asyncio
import re
from datetime import UTC, datetime
from typing import Any
from weakref import WeakValueDictionary

import discord
import structlog

from bot.chat.gallery.messages import ShareMessages
from bot.chat.platform.components import ONE_ID, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.files import PostedFile, file_limit
from bot.chat.platform.messenger import let_go
from bot.chat.platform.old_buttons import Button, JobButton
from bot.chat.platform.permissions import standings_of
from bot.chat.platform.viewer import parts_of
from bot.domain.access import Act, check_access
from bot.domain.errors import EaselError, NotShared
from bot.domain.job import Job
from bot.domain.reports import Case, CaseState, Verdict
from bot.service.gallery import Gallery
from bot.service.moderation import Moderation
from bot.store.server.settings import Servers
from bot.words import moderation as moderation_words

CASES_A_PAGE = 5
"""As many as there is room for buttons in a row; Discord's component reference, "Action Row"."""

_STYLES = {
    Verdict.KEEP: discord.ButtonStyle.success,
    Verdict.HIDE: discord.ButtonStyle.primary,
    Verdict.DELETE: discord.ButtonStyle.danger,
}
_PICTURE_ROW, _PERSON_ROW = 0, 1

log = structlog.get_logger(__name__)


class CaseMessages:
    """The messages about reported pictures in the channels that servers have for them."""

    def __init__(
        self,
        client: discord.Client,
        moderation: Moderation,
        *,
        share_messages: ShareMessages,
        gallery: Gallery,
        servers: Servers,
    ) -> None:
        self._client = client
        self._moderation = moderation
        self._share_messages = share_messages
        self._gallery = gallery
        self._servers = servers
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def show(self, share_id: int) -> None:
        """Bring the message about a shared picture in line with its case, or send one where there is none (any more).

        Nothing is to be done where nobody has reported it. Where the server has no channel for it, or Discord does not
        take it, moderators find the case with /reports.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        # Of two reports at once the second one edits what the first one sends.
        async with self._turns.setdefault(share_id, asyncio.Lock()):
            case = await self._moderation.find_case(share_id)
            if case is None:
                return
            try:
                if not await self._edit(case):
                    await self._send(case)
            except FAILURES as error:
                log.warning("case_not_shown", share=str(share_id), cause=repr(error))

    async def describe(self, case: Case, *, limit_bytes: int) -> tuple[str, PostedFile | None]:
        """Tell about a case, with its picture as a file of at most so many bytes; None where it is not to be had.

        Raises:
            StoreUnavailable: the database or the blobs do not answer.
        """
        job, file = await self._load(case, limit_bytes) if case.state is not CaseState.DELETED else (None, None)
        return await self._text(case, job), file

    async def _text(self, case: Case, job: Job | None) -> str:
        audit_actions = await self._moderation.audit_actions(case)
        return moderation_words.case_text(case, audit_actions, job=job, link=await self._gallery.link_of(case.share))

    async def _load(self, case: Case, limit_bytes: int) -> tuple[Job | None, PostedFile | None]:
        try:
            return await self._share_messages.load(case.share, limit_bytes=limit_bytes)
        except EaselError as error:
            log.info("case_without_picture", share=str(case.share.id), kind=type(error).__name__)
            return None, None

    async def _edit(self, case: Case) -> bool:
        """Edit the message about a case; False when there is none any more."""
        if case.message_id is None or case.channel_id is None:
            return False
        message = self._client.get_partial_messageable(case.channel_id).get_partial_message(case.message_id)
        content, file = await self.describe(case, limit_bytes=self._limit_bytes(case))
        files = _files(file)
        try:
            await message.edit(
                content=content,
                attachments=files,
                view=case_view(case),
                allowed_mentions=discord.AllowedMentions.none(),
            )
        except discord.NotFound:
            return False
        finally:
            let_go(files)
        return True

    async def _send(self, case: Case) -> None:
        channel_id = (await self._servers.load(case.share.guild_id)).reports_channel_id
        if channel_id is None:
            return
        content, file = await self.describe(case, limit_bytes=self._limit_bytes(case))
        message, _ = await self._share_messages.send(
            channel_id,
            content,
            title=moderation_words.CASE_TITLE,
            # Another one for a message in the place of one that is gone.
            nonce=f"case-{(case.share.id if case.message_id is None else case.message_id)}",
            files=lambda: _files(file),
            view=case_view(case),
        )
        channel_id = message.channel.id
        if not await self._moderation.set_message(case, channel_id=channel_id, message_id=message.id):
            # Another process was faster, and its message stays.
            await self._client.get_partial_messageable(channel_id).get_partial_message(message.id).delete()

    def _limit_bytes(self, case: Case) -> int:
        return file_limit(self._client.get_guild(case.share.guild_id))


class CaseButton(discord.ui.DynamicItem[Button], template=f"case:(?P<act>{'|'.join(Verdict)}):(?P<id>{ONE_ID})"):
    """Decides on a reported picture, or mutes whoever shared it."""

    def __init__(self, share_id: int, verdict: Verdict) -> None:
        super().__init__(
            Button(
                label=moderation_words.VERDICTS[verdict],
                custom_id=f"case:{verdict}:{share_id}",
                style=_STYLES.get(verdict, discord.ButtonStyle.secondary),
                row=_PERSON_ROW if verdict.mutes else _PICTURE_ROW,
            )
        )
        self._share_id = share_id
        self._verdict = verdict

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], __: discord.ui.Item[Any], match: re.Match[str]
    ) -> "CaseButton":
        """Rebuild the button that was pressed."""
        return cls(int(match["id"]), Verdict(match["act"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, do it, tell what came of it, and show it to the other moderators."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            parts = parts_of(interaction)
            await _load_for_moderator(interaction, self._share_id)
            decision = await parts.moderation.decide(
                self._share_id,
                self._verdict,
                moderator_id=interaction.user.id,
                interaction_id=interaction.id,
                now=datetime.now(UTC),
            )
            left = await parts.share_messages.reconcile(self._share_id)
            await interaction.edit_original_response(
                content=moderation_words.ruled(decision, self._verdict, left=len(left)),
                allowed_mentions=discord.AllowedMentions.none(),
            )
            await parts.cases.show(self._share_id)


class LookButton(JobButton, template=f"case-look:(?P<id>{ONE_ID})"):
    """Shows a case of the list to a moderator alone, to be decided there."""

    def __init__(self, share_id: int, *, label: str = "") -> None:
        super().__init__(share_id, action="case-look", label=label, row=0)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then show."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            case = await _load_for_moderator(interaction, self.number)
            content, file = await parts_of(interaction).cases.describe(case, limit_bytes=interaction.filesize_limit)
            await interaction.edit_original_response(
                content=content,
                attachments=_files(file),
                view=case_view(case),
                allowed_mentions=discord.AllowedMentions.none(),
            )


class FurtherButton(JobButton, template=f"cases:(?P<id>{ONE_ID})"):
    """Turns a page of the open cases; the number is the last one of the page before."""

    def __init__(self, after: int) -> None:
        super().__init__(after, action="cases", label=moderation_words.CASE_BUTTONS["further"], row=1)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then put the page in the place of the one that was there."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            await show_cases(interaction, after=self.number)


BUTTONS = (CaseButton, LookButton, FurtherButton)
"""What a bot has to know, so that the buttons of its earlier messages work."""


async def show_cases(interaction: discord.Interaction[Any], *, after: int = 0) -> None:
    """Put the open cases of a server into the answer of an interaction that was deferred for a moderator alone.

    Raises:
        NotForYou: it is no moderator.
        StoreUnavailable: the database does not answer.
    """
    guild_id = interaction.guild_id
    check_access(Act.DECIDE, standings_of(interaction, guild_id=guild_id))
    assert guild_id is not None  # noqa: S101 - nobody moderates outside of a server
    found = await parts_of(interaction).moderation.open_cases(guild_id, after=after, limit=CASES_A_PAGE + 1)
    cases = found[:CASES_A_PAGE]
    items: list[discord.ui.Item[Any]] = [
        LookButton(case.share.id, label=moderation_words.look_label(place)) for place, case in enumerate(cases, start=1)
    ]
    if len(found) > len(cases):
        items.append(FurtherButton(cases[-1].share.id))
    lines = [moderation_words.case_line(case, place) for place, case in enumerate(cases, start=1)]
    nothing = moderation_words.NO_FURTHER_CASES if after else moderation_words.NO_CASES
    await interaction.edit_original_response(
        content=moderation_words.reports_text(lines) if lines else nothing,
        view=view_of(*items),
        allowed_mentions=discord.AllowedMentions.none(),
    )


def case_view(case: Case) -> discord.ui.View:
    """Build the buttons under a case, as it is now."""
    if case.state is CaseState.OPEN:
        return view_of(*(CaseButton(case.share.id, one) for one in Verdict if one is not Verdict.REOPEN))
    if case.state is CaseState.DELETED:
        return view_of()
    return view_of(CaseButton(case.share.id, Verdict.REOPEN))


async def _load_for_moderator(interaction: discord.Interaction[Any], share_id: int) -> Case:
    case = await parts_of(interaction).moderation.find_case(share_id)
    if case is None:
        raise NotShared
    check_access(Act.DECIDE, standings_of(interaction, guild_id=case.share.guild_id))
    return case


def _files(file: PostedFile | None) -> list[discord.File]:
    return [] if file is None else [file.to_discord(spoiler=True)]
