"""Looks at every line that is logged for what must not be in one."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

import structlog

from bot.logs import build_formatter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, MutableMapping

_SECRETS = re.compile(
    # Keys, signed addresses of Discord's CDN, tokens of simcord's interactions and webhooks, passwords in addresses.
    r"\bsk-[\w-]{6,}|[?&](?:ex|is|hm)=\w|simcord_(?:interaction|webhook)_\d|://[^/\s:@]*:[^/\s@]+@"
)
_PROMPT_LENGTH = 6
"""A shorter text, or one word, may be in a line for another reason."""


class LogWatch:
    """Keeps what one test logs, and what it said that nobody may read there."""

    def __init__(self) -> None:
        self._renderer = structlog.dev.ConsoleRenderer(colors=False)
        self._lines: list[str] = []
        self._planted: set[str] = set()
        self.handler = _Handler(self._lines)

    def render(self, logger: Any, name: str, event: MutableMapping[str, Any]) -> str:
        """Render a line as the default of tests does, and keep it."""
        line = self._renderer(logger, name, event)
        self._lines.append(line)
        return line

    def plant(self, text: str) -> None:
        """Take words of a person, or a secret, that no line may hold."""
        if len(text) >= _PROMPT_LENGTH and " " in text.strip():
            self._planted.add(text)

    def begin(self) -> None:
        """Forget the test before."""
        self._lines.clear()
        self._planted.clear()

    def leaks(self) -> list[str]:
        """List the lines that hold what they must not."""
        return list(leaking(self._lines, self._planted))


def leaking(lines: Iterable[str], planted: set[str]) -> Iterator[str]:
    """Give the lines that hold a secret or one of these texts."""
    telling = [text for text in planted if len(text) >= _PROMPT_LENGTH]
    for line in lines:
        if _SECRETS.search(line) or any(text in line for text in telling):
            yield line


class _Handler(logging.Handler):
    """Takes what libraries log, as it would be printed."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines
        self.setFormatter(build_formatter(structlog.dev.ConsoleRenderer(colors=False)))

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))


watch = LogWatch()
