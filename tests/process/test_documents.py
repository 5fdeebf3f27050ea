"""Every command line of the documents, run as a newcomer would: in a fresh copy, with nothing prepared."""

import asyncio
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
import yaml

ROOT = Path(__file__).parents[2]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
ENVIRONMENT = {"PLAYGROUND_PORT": "0", "DISCORD_TOKEN": "", "PYTHONUNBUFFERED": "1"}
# The commands that a fixture or another test runs as they stand, and where.
RUN_ELSEWHERE = {
    "make setup": "the fixture below",
    "make test": "this very run",
    ".venv/bin/python -m bot sync": "test_command_line.py",
    ".venv/bin/python -m bot demo-api": "test_command_line.py",
}


def command_lines() -> set[str]:
    found: set[str] = set()
    for document in DOCUMENTS:
        for block in re.findall(r"^ *```sh\n(.*?)^ *```", document.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL):
            lines = (re.sub(r"\s+#.*", "", line).strip() for line in block.splitlines())
            found |= {line for line in lines if line and not re.match(r"[A-Z_]+=", line)}
    return found


@dataclass(frozen=True)
class Served:
    """A fresh copy, and what was seen while it was prepared for a bot with a token and for nothing else."""

    folder: Path
    has_playground: bool
    answer: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Copy what git tracks, and what is new and not ignored, and prepare it as the README says, with a token."""
    folder = tmp_path_factory.mktemp("fresh") / "easel"
    tracked = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-coz", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, tracked.stdout.split("\0")):
        if (ROOT / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)
    (folder / ".env").write_text("DISCORD_TOKEN=a-token\n", encoding="utf-8")
    set_up(folder)
    has_playground = bool(list(folder.glob(".venv/lib/*/site-packages/simcord")))
    answer = subprocess.run(
        [".venv/bin/python", "-m", "bot", "playground", "--no-browser"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    yield Served(folder, has_playground, answer)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def fresh(served: Served) -> Path:
    """Prepare the copy as the README says, without a token."""
    (served.folder / ".env").unlink()
    set_up(served.folder)
    return served.folder


def set_up(folder: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    setup = subprocess.run(
        ["make", "setup"],  # noqa: S607
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    assert setup.returncode == 0, setup.stdout + setup.stderr


async def start(folder: Path, line: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_shell(
        line,
        cwd=folder,
        env={**os.environ, **ENVIRONMENT},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )


async def first_address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async with asyncio.timeout(60):
        async for line in process.stdout:
            if found := re.search(rb"http://127\.0\.0\.1:\d+\S*", line):
                return found[0].decode()
    raise AssertionError("no address was printed")


def test_every_command_line_of_the_documents_is_run_by_a_test() -> None:
    ran_here = {"make run", ".venv/bin/python -m bot run", ".venv/bin/python -m bot playground"}
    ran_here |= {".venv/bin/python -m bot doctor", "make bench"}
    assert command_lines() == ran_here | set(RUN_ELSEWHERE)


@pytest.mark.timeout(300)
def test_a_bot_with_a_token_is_prepared_without_the_playground(served: Served) -> None:
    assert not served.has_playground
    assert served.answer.returncode == 2
    assert served.answer.stdout == ""
    assert served.answer.stderr.count("\n") == 1
    assert "`make playground` installs and opens it" in served.answer.stderr


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "line", ["make run", ".venv/bin/python -m bot run", ".venv/bin/python -m bot playground --no-browser"]
)
async def test_a_newcomer_gets_the_playground(fresh: Path, line: str) -> None:
    process = await start(fresh, line)
    try:
        address = await first_address(process)
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            assert answer.status == 200
            assert "Easel" in await answer.text()
    finally:
        os.killpg(process.pid, 15)
        await process.wait()


@pytest.mark.timeout(300)
async def test_doctor_is_content_with_a_fresh_copy(fresh: Path) -> None:
    process = await start(fresh, ".venv/bin/python -m bot doctor")
    output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()
    assert b"note  DISCORD_TOKEN isn't set" in output


async def test_the_benchmark_prints_its_figures() -> None:
    process = await start(ROOT, "make bench PARTS=answer")
    output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()
    assert b"answer of 4 pictures" in output


def test_the_container_copies_what_is_there_and_keeps_what_must_be_kept() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    sources = [source for source, _ in re.findall(r"^COPY (?!--from)(\S+) (\S+)", dockerfile, flags=re.MULTILINE)]
    assert sources == ["requirements.lock", "bot", "cogs"]
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert all(f"!{source}" in ignored and (ROOT / source).exists() for source in sources)
    service = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]["easel"]
    assert service["environment"]["DATA_DIR"] == "/data"
    assert service["volumes"] == ["easel-data:/data"]
    operating = (ROOT / "docs/operating.md").read_text("utf-8")
    assert f"{service['mem_limit'].removesuffix('m')} MB (`mem_limit`)" in operating
    assert f"{service['pids_limit']} processes and threads (`pids_limit`)" in " ".join(operating.split())


def test_the_lock_files_pin_everything_with_hashes_and_name_no_host() -> None:
    for name, fewest in (
        ("requirements.lock", 20),
        ("requirements-playground.lock", 10),
        ("requirements-dev.lock", 20),
    ):
        text = (ROOT / name).read_text("utf-8")
        entries = re.findall(
            r"^(\S+)==\S+.*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, flags=re.MULTILINE
        )
        assert len(entries) == len(re.findall(r"^[a-z]", text, flags=re.MULTILINE)) > fewest
        assert "://" not in text
        assert "--index" not in text


def test_the_playground_is_in_its_own_lock_and_that_of_the_tests() -> None:
    names = {
        lock: set(re.findall(r"^([a-z0-9-]+)==", (ROOT / f"{lock}.lock").read_text("utf-8"), flags=re.MULTILINE))
        for lock in ("requirements", "requirements-playground", "requirements-dev")
    }
    assert names["requirements"].isdisjoint({"simcord", "av"})
    assert {"simcord", "av"} <= names["requirements-playground"]
    assert names["requirements-playground"] <= names["requirements-dev"]


def test_every_event_that_the_operators_guide_explains_is_logged_somewhere() -> None:
    guide = (ROOT / "docs" / "operating.md").read_text("utf-8")
    table = guide[guide.index("| event |") :]
    events = set(re.findall(r"`([a-z_]+)`", "".join(line.split("|")[1] for line in table.splitlines() if "|" in line)))
    code = "".join(path.read_text("utf-8") for path in (ROOT / "bot").rglob("*.py"))
    assert len(events) >= 10
    assert [event for event in sorted(events) if f'"{event}"' not in code] == []
