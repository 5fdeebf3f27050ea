"""The frame around a small private answer: whatever goes wrong inside becomes a sentence."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
import structlog

from bot.chat.platform.errors import FAILURES, meaning_of, reading_answers, stumbled_in_library
from bot.chat.platform.refusals import Meaning
from bot.chat.platform.transport import TakenAnswers, taken_answers
from bot.domain.errors import EaselError, PlaceClosed, StorageDown
from bot.store.errors import StoreUnavailable
from bot.words import failures as failures_words
from bot.words import private_answers as private_words
from bot.words.places import named

log = structlog.get_logger(__name__)


FOLLOW_UPS_GO = frozenset({Meaning.ACKNOWLEDGED, Meaning.GONE, Meaning.OLD, Meaning.INVALID, Meaning.TOO_LARGE})
"""What an answer may be refused with where words go as a follow-up all the same."""

_SENTENCES = {
    Meaning.PICTURE_FILTERED: private_words.picture_filtered,
    Meaning.WORDS_BLOCKED: private_words.words_blocked,
}
_NOT_SAID = frozenset({Meaning.OVER, Meaning.ACKNOWLEDGED})
"""With these nobody reads any further word, or another answer is there."""
_ASLEEP = frozenset({Meaning.ARCHIVED, Meaning.LOCKED})


@asynccontextmanager
async def answer_errors(interaction: discord.Interaction[Any]) -> AsyncIterator[None]:
    """Run what answers an interaction, its acknowledgement too, and say what goes wrong to its asker alone."""
    taken = TakenAnswers()
    outer = taken_answers.set(taken)
    try:
        yield
    except EaselError as error:
        log.info("private_answer_failed", kind=type(error).__name__)
        await tell_privately(interaction, failures_words.explain(error))
    except StoreUnavailable as error:
        log.error("store_unavailable", cause=error.__cause__)  # noqa: TRY400 - the cause is enough
        await tell_privately(interaction, failures_words.explain(StorageDown()))
    except Exception as error:  # noqa: BLE001 - whoever waits is told, whatever it is
        await tell_failure(interaction, error, is_answered=taken.count > 0)
    finally:
        taken_answers.reset(outer)


@asynccontextmanager
async def deferred(interaction: discord.Interaction[Any]) -> AsyncIterator[None]:
    """Acknowledge a command with "thinking", which its asker alone sees, and run what takes its place.

    Whatever goes wrong is told as `answer_errors` does.
    """
    async with answer_errors(interaction):
        await interaction.response.defer(ephemeral=True, thinking=True)
        yield


async def tell_privately(
    interaction: discord.Interaction[Any], text: str, *, view: discord.ui.View | None = None, is_ours: bool = False
) -> None:
    """Answer an interaction with words that its asker alone sees; that they are lost is logged.

    One that is acknowledged already is another process's to answer, which heard it before: nothing is said then. With
    `is_ours` this one has tried to acknowledge it, and what came of that was lost.
    """
    nobody, shown = discord.AllowedMentions.none(), view or discord.utils.MISSING
    try:
        with reading_answers():
            if not interaction.response.is_done():
                try:
                    await interaction.response.send_message(text, view=shown, ephemeral=True, allowed_mentions=nobody)
                except FAILURES as error:
                    if meaning_of(error) is not Meaning.ACKNOWLEDGED:
                        raise
                    if not is_ours:
                        log.info("answered_elsewhere")
                        return
                else:
                    return
            # After a deferral the first follow-up takes the place of "thinking" (Discord's "Create Followup Message").
            await interaction.followup.send(text, view=shown, ephemeral=True, allowed_mentions=nobody)
    except FAILURES as error:
        log.warning("private_answer_lost", meaning=meaning_of(error).name, cause=error)
        if meaning_of(error) in _ASLEEP:
            await _write(interaction)


async def tell_failure(interaction: discord.Interaction[Any], error: Exception, *, is_answered: bool) -> None:
    """Say to the asker of an interaction alone what went wrong with it; nothing where Discord has taken the answer."""
    if isinstance(error, FAILURES):
        await _tell_refusal(interaction, error)
    elif is_answered and stumbled_in_library(error):
        # What Discord says of the answer is all that could not be read.
        log.warning("answer_unreadable", cause=error)
    else:
        log.error("private_answer_failed", exc_info=error)
        await tell_privately(interaction, failures_words.unexpected())


async def _tell_refusal(interaction: discord.Interaction[Any], error: Exception) -> None:
    meaning = meaning_of(error)
    log.warning("private_answer_refused", meaning=meaning.name, cause=error)
    if meaning in _ASLEEP:
        await _write(interaction)
    elif meaning not in _NOT_SAID:
        await tell_privately(interaction, _SENTENCES.get(meaning, private_words.discord_refused)(), is_ours=True)


async def _write(interaction: discord.Interaction[Any]) -> None:
    """Write to a person that nothing can be answered in the thread where they are."""
    channel_id = interaction.channel_id or 0
    text = failures_words.explain(PlaceClosed(asleep=True), place=named(channel_id))
    try:
        with reading_answers():
            await interaction.user.send(text, allowed_mentions=discord.AllowedMentions.none())
    except FAILURES as error:
        log.warning("private_answer_lost", meaning=meaning_of(error).name, cause=error)
