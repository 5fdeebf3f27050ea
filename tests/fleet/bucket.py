"""An S3 bucket by moto, in a process of its own."""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_NAME = "pictures"
_PYTHON = Path(__file__).resolve().parents[2] / ".venv-fleet" / "bin" / "python"
"""`make fleet` prepares it: moto wants other versions of what the bot has."""


@asynccontextmanager
async def open_bucket() -> AsyncIterator[dict[str, str]]:
    """Open a bucket and give the settings that lead processes to it."""
    process = await asyncio.create_subprocess_exec(
        *(_PYTHON, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    drain: asyncio.Task[bytes] | None = None
    try:
        if process.stderr is None:
            raise RuntimeError(process)
        async with asyncio.timeout(60):
            while not (found := re.search(rb"http://127\.0\.0\.1:\d+", await process.stderr.readline())):
                pass
        drain = asyncio.create_task(process.stderr.read())
        address = found[0].decode()
        async with aiohttp.ClientSession() as session, session.put(f"{address}/{_NAME}") as made:
            made.raise_for_status()
        yield {
            "BLOB_URL": f"s3://{_NAME}/easel",
            "AWS_ENDPOINT": address,
            "AWS_ALLOW_HTTP": "true",
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "stand-in",
            "AWS_SECRET_ACCESS_KEY": "stand-in",
        }
    finally:
        process.terminate()
        await process.wait()
        if drain is not None:
            await drain
