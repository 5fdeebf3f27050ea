"""A playground as a user gets it, and a browser to open it in."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, Playwright, ViewportSize, async_playwright, expect

from bot.settings import Settings
from tests.browser.channel import ARRIVAL_MS

expect.set_options(timeout=ARRIVAL_MS)

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "build" / "screenshots"
_QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
VIEWPORT: ViewportSize = {"width": 1280, "height": 1100}
"""A window in which a message with a picture is seen as a whole."""
OpenTab = Callable[[], Awaitable[Page]]
_SETTINGS = {name.upper() for name in Settings.model_fields}


@dataclass(frozen=True, slots=True)
class Playground:
    """A running playground: its process, the address that it printed, and where its files are."""

    process: subprocess.Popen[str]
    url: str
    data_dir: Path
    log: Path

    @property
    def photo(self) -> Path:
        """The sample photo."""
        return self.data_dir / "samples" / "balloon.jpg"

    @property
    def mask(self) -> Path:
        """The sample mask, white on black."""
        return self.data_dir / "samples" / "balloon-mask.png"

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, and give the exit code."""
        self.process.send_signal(number)
        self.process.communicate(timeout=30)
        return self.process.returncode


@contextmanager
def start_playground(folder: Path, **settings: str) -> Iterator[Playground]:
    """Start the playground away from any settings of the developer's, and kill it if the test has not ended it."""
    environment = {name: value for name, value in os.environ.items() if name not in _SETTINGS}
    environment |= {"PYTHONPATH": str(ROOT), "DATA_DIR": str(folder / "data"), "LOG_FORMAT": "json"}
    environment |= settings
    log = folder / "log.jsonl"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "playground", "--port", "0", "--no-browser"],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    assert process.stdout is not None
    try:
        url = next((line.strip() for line in process.stdout if line.startswith("http://127.0.0.1:")), None)
        assert url, f"the playground did not start: {log.read_text()}"
        yield Playground(process, url, folder / "data", log)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        process.stdout.close()


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    """One playground for all tests of a file, which has to end well and to have logged no error."""
    with start_playground(tmp_path_factory.mktemp("playground")) as running:
        yield running
        assert running.end() == 0
        log = running.log.read_text()
        assert '"level": "error"' not in log, log
        assert "Traceback" not in log, log


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, without which there is nothing to test."""
    async with async_playwright() as playwright:
        executable = _find_chromium(playwright)
        if executable is None:
            reason = "There is no Chromium here: tests/browser/chromium.sh installs it where it may."
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)
        running = await playwright.chromium.launch(executable_path=executable, args=_QUIET)
        yield running
        await running.close()


@pytest_asyncio.fixture(loop_scope="session")
async def open_tab(browser: Browser) -> AsyncIterator[OpenTab]:
    """Open tabs, each in a window of its own, which are closed after the test."""
    tabs: list[Page] = []

    async def open_one() -> Page:
        tabs.append(await browser.new_page(viewport={"width": 1280, "height": 800}))
        return tabs[-1]

    yield open_one
    for tab in tabs:
        await tab.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(open_tab: OpenTab) -> Page:
    """An empty tab."""
    return await open_tab()


async def take_screenshot(page: Page, name: str) -> None:
    """Keep a picture of a page in build/screenshots, for people to look at."""
    await page.screenshot(path=SCREENSHOTS / f"{name}.png")


async def take_picture(part: Locator, name: str) -> None:
    """Keep a picture of a part of a page in build/screenshots, as the documents show it."""
    # A message that has the pointer or the focus shows its toolbar too.
    await part.page.mouse.move(1, 1)
    await part.page.evaluate("document.activeElement.blur()")
    await part.screenshot(path=SCREENSHOTS / f"{name}.png")


def _find_chromium(playwright: Playwright) -> str | None:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else None
