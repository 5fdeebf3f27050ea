"""The message of /history where everything is in it."""

import io

import discord
import pytest
from simcord.components import COMPONENTS_V2_FLAG, validate_components
from simcord.enums import ComponentType

from bot.chat.platform.layouts import layout_of
from bot.chat.results.history_layout import build_page
from bot.domain.errors import OutcomeUnknown
from bot.domain.job import JobState
from bot.service.history import PAGE, Page
from bot.words.language.spoken import LANGUAGES, speaking
from tests.unit.store.samples import NOW
from tests.unit.words.samples import job


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_page_at_its_fullest_is_one_that_discord_takes(language: str) -> None:
    jobs = tuple(
        job(2**63 - 9 + number, prompt="*" * 4000, pictures=10)
        if number % 2
        else job(
            2**63 - 9 + number,
            prompt="*" * 4000,
            pictures=0,
            state=JobState.FAILED,
            failure=OutcomeUnknown(),
            cost=None,
            queued_at=NOW,
        )
        for number in range(PAGE)
    )
    page = Page(jobs=jobs, newer=2**63 - 1, older=2**62)
    chosen = page.pictures[jobs[1].id][0]
    sheet = discord.File(io.BytesIO(b""), filename="sheet.jpg", description="a sheet")
    with speaking(language):
        parts = build_page(page, before=2**63 - 1, chosen=chosen, sheet=sheet, edits=True, shares=True, free=False)
    [box] = validate_components(layout_of(parts).to_components(), flags=COMPONENTS_V2_FLAG)  # type: ignore[no-untyped-call]
    rows = [part["components"] for part in box["components"] if part["type"] == ComponentType.ACTION_ROW]
    assert [len(row) for row in rows] == [1, 5, 2, 2, 2, 2], "a choice, what is done with it, three failures, the pages"
