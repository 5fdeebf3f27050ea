"""Work that goes on when what began it has ended."""

import asyncio
import contextvars
from collections.abc import Coroutine
from typing import Any


def start_detached(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    """Begin a task in a context of its own: it is no part of the request or press during which it happened to start."""
    return contextvars.Context().run(asyncio.create_task, work)
