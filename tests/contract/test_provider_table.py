"""What works with which provider, tried against stand-ins with their habits; the README's table is what came out."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from yarl import URL

from bot.domain.errors import EaselError
from bot.domain.options import Background, Options, OutputFormat, Quality
from bot.domain.request import ApiAnswer, ApiCall
from bot.proxy.api import ImagesClient
from bot.proxy.profile import build_profile
from bot.settings import Settings
from bot.wiring.provider import read_profile
from tests.contract.scripted import PNG
from tests.standin.providers.habits import ALL
from tests.standin.providers.server import Habits, HabitualServer

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- providers: written by tests/contract/test_provider_table.py -->", "<!-- /providers -->"
PLAIN = Options(model="m", quality=Quality.AUTO)
CALL = ApiCall(prompt="a fox", options=PLAIN, key="job-1", user="8f3a")
EDIT = replace(CALL, images=(PNG,))

WORKS, WITH_PRESET, NOT_OFFERED = "works", "with its preset", "—"


@dataclass(frozen=True)
class Trial:
    """Something that people do: the call, and what has to come of it."""

    title: str
    call: ApiCall
    came_true: Callable[[ApiAnswer], bool] = lambda got: len(got.pictures) >= 1 and not got.dropped


TRIALS = (
    Trial("pictures", CALL),
    Trial(
        "several", replace(CALL, options=replace(PLAIN, n=3)), lambda got: len(got.pictures) == 3 and not got.dropped
    ),
    Trial("size", replace(CALL, options=replace(PLAIN, size="1024x1536"))),
    Trial("quality", replace(CALL, options=replace(PLAIN, quality=Quality.HIGH))),
    Trial("transparent", replace(CALL, options=replace(PLAIN, background=Background.TRANSPARENT))),
    Trial("format", replace(CALL, options=replace(PLAIN, output_format=OutputFormat.WEBP))),
    Trial("edits", EDIT),
    Trial("mask", replace(EDIT, mask=PNG)),
)


async def outcome(habits: Habits, trial: Trial) -> str:
    for provider, word in (("compatible", WORKS), (habits.name, WITH_PRESET)):
        async with HabitualServer(habits) as server:
            profile = build_profile(provider, base_url=server.url, api_key="k", timeout_seconds=5)
            async with ImagesClient(replace(profile, backoff_seconds=0.001)) as client:
                try:
                    got = await (client.edit if trial.call.images else client.generate)(trial.call)
                except EaselError:
                    continue
            heard = not (server.taken[-1].left_alone - {"response_format", "user", "safety_identifier"})
            if trial.came_true(got) and heard:
                return word
    return NOT_OFFERED


async def table() -> str:
    rows = [
        f"| `IMAGES_PROVIDER` | {' | '.join(trial.title for trial in TRIALS)} | lines for `.env` |",
        f"| --- {'| --- ' * (len(TRIALS) + 1)}|",
    ]
    for habits in ALL:
        cells = [await outcome(habits, trial) for trial in TRIALS]
        lines = "<br>".join(f"`{line}`" for line in habits.env.split())
        rows.append(f"| `{habits.name}` | {' | '.join(cells)} | {lines} |")
    return "\n".join(rows)


async def test_the_readme_shows_what_passed() -> None:
    text = README.read_text(encoding="utf-8")
    shown = re.search(rf"{re.escape(BEGIN)}\n(.*?)\n{re.escape(END)}", text, re.DOTALL)
    assert shown is not None
    assert shown[1] == await table()


@pytest.mark.parametrize("habits", ALL, ids=lambda one: one.name)
async def test_what_the_preset_says_of_itself_is_so(habits: Habits) -> None:
    profile = build_profile(habits.name, base_url="http://127.0.0.1:9/v1", api_key="k")
    assert profile.edits is (habits.edits is not None)
    assert (await outcome(habits, TRIALS[0])) != NOT_OFFERED
    assert ((await outcome(habits, TRIALS[-2])) != NOT_OFFERED) is profile.edits
    assert ((await outcome(habits, TRIALS[-1])) != NOT_OFFERED) is profile.takes_mask


@pytest.mark.parametrize("habits", ALL, ids=lambda one: one.name)
async def test_a_preset_is_refused_nothing_that_it_sends(habits: Habits) -> None:
    async with HabitualServer(habits) as server:
        profile = build_profile(habits.name, base_url=server.url, api_key="k", timeout_seconds=5)
        async with ImagesClient(profile) as client:
            options = replace(PLAIN, n=2, quality=Quality.LOW, size="1024x1024", output_format=OutputFormat.WEBP)
            await client.generate(replace(CALL, options=options))
        [taken] = server.taken
    if habits.refuses is not None:
        assert not taken.left_alone


@pytest.mark.parametrize("habits", ALL, ids=lambda one: one.name)
async def test_the_lines_for_env_are_all_that_it_takes(
    habits: Habits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("IMAGES_")]:
        monkeypatch.delenv(name)
    file = tmp_path / ".env"
    file.write_text("\n".join(habits.env.split()).replace("…", "key"), encoding="utf-8")
    wanted = Settings(_env_file=file, data_dir=tmp_path)  # type: ignore[call-arg]
    profile = read_profile(wanted)
    async with HabitualServer(habits) as server:
        # The server is here in place of where the lines say; what they say of its path stays.
        origin, path = URL(server.url).origin(), URL(profile.base_url).path
        async with ImagesClient(replace(profile, base_url=f"{origin}{path}", backoff_seconds=0.001)) as client:
            call = replace(CALL, options=replace(PLAIN, model=wanted.images_model))
            got = await client.generate(call)
    assert (len(got.pictures), got.dropped) == (1, ())
