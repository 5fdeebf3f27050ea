"""The words for moderators: within Discord's limits whatever people write, and true to what is known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.gallery import Share, ShareState
from bot.domain.reports import Case, CaseState, Reason, Report, Reporting, Verdict
from bot.domain.request import PictureRef
from bot.store.moderation.audit import AuditAction, Entry
from bot.store.moderation.mutes import Mute
from bot.words import moderation as moderation_words
from tests.unit.words.samples import job

NOW = datetime(2026, 11, 24, tzinfo=UTC)
LARGEST = 2**63 - 1
MESSAGE_LIMIT = 2000
LINK = f"https://discord.com/channels/{LARGEST}/{LARGEST}/{LARGEST}"


def share_of(state: ShareState) -> Share:
    return Share(
        id=LARGEST,
        guild_id=LARGEST,
        user_id=LARGEST,
        ref=PictureRef(LARGEST, 1),
        state=state,
        shows_prompt=True,
        theme_id=None,
        hearts=0,
        created_at=NOW,
    )


def entry(act: AuditAction, *, person: int | None = LARGEST) -> Entry:
    return Entry(
        id=1,
        guild_id=1,
        moderator_id=person,
        act=act,
        user_id=person,
        details={"reports": 1_000_000, "until": 2_000_000_000},
        created_at=NOW,
    )


@pytest.mark.parametrize("state", ShareState)
@pytest.mark.parametrize("act", AuditAction)
def test_a_case_fits_a_message_whatever_is_said(state: ShareState, act: AuditAction) -> None:
    reports = tuple(
        Report(share_id=1, user_id=number, reason=reason, words="*" * 300, created_at=NOW)
        for number in range(20)
        for reason in Reason
    )
    case = Case(
        share=share_of(state),
        state=CaseState.OPEN,
        reports=reports,
        channel_id=None,
        message_id=None,
        opened_at=NOW,
        decided_at=None,
        decided_by=None,
    )
    text = moderation_words.case_text(case, [entry(act)] * 30, job=job(prompt="*" * 32_000), link=LINK)
    assert len(text) <= MESSAGE_LIMIT
    assert "**100 reports**" in text


@pytest.mark.parametrize("act", AuditAction)
def test_a_page_of_the_log_fits_a_message(act: AuditAction) -> None:
    assert len(moderation_words.log_text([entry(act)] * 10)) <= MESSAGE_LIMIT


def test_a_list_of_the_muted_fits_a_message_and_counts_the_others() -> None:
    mute = Mute(guild_id=1, user_id=LARGEST, ends_at=NOW, by_user_id=LARGEST, created_at=NOW)
    text = moderation_words.muted_text([mute] * 500)
    assert len(text) <= MESSAGE_LIMIT
    assert "and 480 others" in text


def test_whoever_was_forgotten_is_nobody() -> None:
    line = moderation_words.log_text([entry(AuditAction.MUTED, person=None)])
    assert line.count("someone whose data was deleted") == 2
    assert "<@" not in line


def test_there_are_words_for_everything() -> None:
    assert set(moderation_words.REASONS) == set(Reason)
    assert set(moderation_words.REPORTED) == set(Reporting)
    assert set(moderation_words.VERDICTS) == set(Verdict)
