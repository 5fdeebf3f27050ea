"""The frame around a small private answer: whatever goes wrong inside becomes a sentence."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
import structlog

from bot.chat.platform.errors import FAILURES
from bot.domain.errors import EaselError, StorageDown
from bot.store.errors import StoreUnavailable
from bot.words import failures as failures_words
from bot.words import history as history_words

log = structlog.get_logger(__name__)


@asynccontextmanager
async def answer_errors(interaction: discord.Interaction[Any]) -> AsyncIterator[None]:
    """Run what answers an interaction, its acknowledgement too, and say what goes wrong to its asker alone."""
    try:
        yield
    except EaselError as error:
        log.info("private_answer_failed", kind=type(error).__name__)
        await tell_privately(interaction, failures_words.explain(error))
    except StoreUnavailable as error:
        log.error("store_unavailable", cause=error.__cause__)  # noqa: TRY400 - the cause is enough
        await tell_privately(interaction, failures_words.explain(StorageDown()))
    except FAILURES as error:
        log.warning("private_answer_refused", cause=error)
        await tell_privately(interaction, history_words.DISCORD_REFUSED)
    except Exception:
        log.exception("private_answer_failed")
        await tell_privately(interaction, failures_words.UNEXPECTED)


@asynccontextmanager
async def deferred(interaction: discord.Interaction[Any]) -> AsyncIterator[None]:
    """Acknowledge a command with "thinking", which its asker alone sees, and run what takes its place.

    Whatever goes wrong is told as `answer_errors` does.
    """
    async with answer_errors(interaction):
        await interaction.response.defer(ephemeral=True, thinking=True)
        yield


async def tell_privately(interaction: discord.Interaction[Any], text: str) -> None:
    """Answer an interaction with words that its asker alone sees; that they are lost is logged."""
    # After a deferral the first follow-up takes the place of "thinking" (Discord's "Create Followup Message").
    say = interaction.followup.send if interaction.response.is_done() else interaction.response.send_message
    try:
        await say(text, ephemeral=True, allowed_mentions=discord.AllowedMentions.none())
    except FAILURES as error:
        log.warning("private_answer_lost", cause=error)
