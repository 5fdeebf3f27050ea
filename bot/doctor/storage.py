"""What must be kept: the folder, the database, the blobs, and who else is at them."""

import asyncio
import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from bot.doctor.finding import LATER_TABLES, Finding, Verdict
from bot.doctor.mounts import network_file_system
from bot.doctor.server_keys import examine_server_keys
from bot.settings import Settings
from bot.store.blobs.blob_store import Blobs, open_blobs
from bot.store.database.data_dir_lock import lock_data_dir
from bot.store.database.inspection import Inspection, TablesVersion, inspect_database
from bot.store.errors import AlreadyRunning, BucketTrouble, BucketUnusable, StoreError, StoreUnavailable
from bot.wiring.core import find_database_url
from bot.wiring.errors import SettingsWrong

LEAST_FREE_BYTES = 512 * 1024 * 1024
"""Below this the disk is called full: some hundred pictures of 2 MB, and the room that a database wants."""
_BLOB_SECONDS = 20
_BUCKET_TROUBLES = {
    BucketTrouble.MISSING: "The bucket in BLOB_URL doesn't exist. Create it, or correct its name.",
    BucketTrouble.KEY_REFUSED: "The bucket in BLOB_URL rejects the key (for S3, AWS_ACCESS_KEY_ID and "
    "AWS_SECRET_ACCESS_KEY). Copy both again, and check that they haven't expired.",
    BucketTrouble.NOT_ALLOWED: "The bucket in BLOB_URL doesn't give this key access. Allow it to list, read, "
    "write and delete objects there.",
    BucketTrouble.NO_KEY: "There's no key for the bucket in BLOB_URL. Set AWS_ACCESS_KEY_ID and "
    "AWS_SECRET_ACCESS_KEY, or what its maker's tools use.",
    BucketTrouble.PLAIN_HTTP: "The bucket's address begins with http://, so pictures and keys can be read on "
    "the way. Use https://, or set AWS_ALLOW_HTTP=true if the network is your own.",
    BucketTrouble.ELSEWHERE: "The bucket in BLOB_URL is in another region. Set AWS_REGION or AWS_ENDPOINT to match.",
}


async def examine_storage(settings: Settings) -> AsyncIterator[Finding]:
    """Look at all of it, and leave out what can only fail once more where the folder does."""
    folder = await asyncio.to_thread(_folder, settings.data_dir)
    yield folder
    usable = folder.verdict is not Verdict.BAD
    if usable or settings.database_url:
        for finding in await asyncio.to_thread(lambda: [*_database(settings), *_processes(settings)]):
            yield finding
    if usable or settings.blob_url:
        async for finding in _blobs(settings):
            yield finding


def _folder(data_dir: Path) -> Finding:
    place = data_dir.resolve()
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place) as probe:
            probe.write(b"Easel")
            os.fsync(probe.fileno())
    except OSError as error:
        return Finding(
            Verdict.BAD,
            f"Easel can't write to DATA_DIR {place} ({error.strerror}). Make it writable or choose another.",
        )
    free_bytes = shutil.disk_usage(place).free
    if free_bytes < LEAST_FREE_BYTES:
        free_mib = free_bytes // 2**20
        return Finding(
            Verdict.BAD, f"DATA_DIR {place} has {free_mib} MiB left. Free some space or choose another disk."
        )
    return Finding(Verdict.GOOD, f"DATA_DIR {place} is writable, and {free_bytes / 2**30:.1f} GiB are free.")


def _database(settings: Settings) -> Iterator[Finding]:
    try:
        url = find_database_url(settings)
        found = inspect_database(url)
    except SettingsWrong as error:
        yield Finding(Verdict.BAD, f"Easel can't use {error}.")
        return
    except StoreUnavailable:
        what = "DATABASE_URL" if settings.database_url else "easel.sqlite3 in DATA_DIR"
        yield Finding(Verdict.BAD, f"The database doesn't answer. Check {what}, and whether the server is running.")
        return
    yield _tables(found)
    if found.changes_sessions:
        yield Finding(
            Verdict.BAD,
            "DATABASE_URL leads through a pooler that gives each transaction another session. Easel needs its own "
            "sessions: connect directly, or use the pooler's session mode. A process opens at most 8 connections.",
        )
    if found.tables is TablesVersion.CURRENT:
        yield from examine_server_keys(settings, url)
    if url.startswith("sqlite"):
        folder = Path(url.removeprefix("sqlite:///")).parent
        kind = network_file_system(folder.resolve())
        if kind is not None:
            yield Finding(
                Verdict.NOTE,
                f"The SQLite file is on a network drive ({kind}), where it can be damaged. Choose a disk of "
                "this machine, or PostgreSQL by DATABASE_URL.",
            )
    elif not settings.blob_url or settings.blob_url.get_secret_value().startswith("file:"):
        yield Finding(
            Verdict.NOTE,
            "The pictures are in a folder. If processes on several machines share the database, BLOB_URL has to name "
            "a place all of them can reach.",
        )


def _tables(found: Inspection) -> Finding:
    if found.too_old:
        return Finding(Verdict.BAD, f"The database is {found.server}, but Easel needs 14 or newer.")
    if not found.may_create and found.tables is not TablesVersion.CURRENT:
        return Finding(
            Verdict.BAD,
            f"The database ({found.server}) answers, but its user can't create tables and a schema: "
            "GRANT CREATE on the database and on its schema.",
        )
    if found.tables is TablesVersion.LATER:
        return Finding(Verdict.BAD, LATER_TABLES)
    where = f"The database ({found.server})"
    text = {
        TablesVersion.NO_FILE: "There's no database yet. `run` creates one in DATA_DIR.",
        TablesVersion.NONE: f"{where} is empty. `run` creates its tables.",
        TablesVersion.OLDER: f"{where} was made by an older Easel. `run` updates it.",
        TablesVersion.CURRENT: f"{where} is up to date.",
    }[found.tables]
    running = f" Processes using it now: {found.running}." if found.running else ""
    if found.running and found.shards[1]:
        running += f" They hold {found.shards[0]} of {found.shards[1]} shards."
    return Finding(Verdict.GOOD, text + running)


def _processes(settings: Settings) -> Iterator[Finding]:
    if settings.database_url and not settings.database_url.get_secret_value().startswith("sqlite"):
        return
    try:
        lock_data_dir(settings.data_dir).release()
    except AlreadyRunning:
        yield Finding(Verdict.GOOD, "Easel is running with this DATA_DIR now. A second process would stop at once.")


async def _blobs(settings: Settings) -> AsyncIterator[Finding]:
    secret = settings.blob_url
    address = secret.get_secret_value() if secret else None
    what = "BLOB_URL" if address else "blobs in DATA_DIR"
    if address and address.startswith("memory:"):
        yield Finding(Verdict.BAD, "BLOB_URL stores pictures in memory, so a restart loses them. Use a folder.")
        return
    try:
        blobs = await asyncio.to_thread(open_blobs, address, settings.data_dir)
    except ValueError as error:
        yield Finding(Verdict.BAD, f"Easel can't use BLOB_URL: {error}.")
        return
    except StoreUnavailable as error:
        yield Finding(Verdict.BAD, f"Easel can't create the folder for pictures ({what}){_why(error)}.")
        return
    try:
        async with asyncio.timeout(_BLOB_SECONDS):
            await _probe(blobs)
    except BucketUnusable as error:
        yield Finding(Verdict.BAD, _BUCKET_TROUBLES[error.trouble])
    except (StoreError, TimeoutError) as error:
        yield Finding(
            Verdict.BAD,
            f"Easel couldn't store a picture and read it back ({what}){_why(error)}. Check the place and the keys.",
        )
    else:
        yield Finding(Verdict.GOOD, f"Easel can store, read and delete pictures ({what}).")
    finally:
        await blobs.close()


async def _probe(blobs: Blobs) -> None:
    name = await blobs.put(b"Easel", name=f"doctor/{uuid.uuid4().hex}")
    await blobs.get(name)
    await blobs.delete([name])


def _why(error: Exception) -> str:
    """Tell an operating system's reason; a bucket's may hold what is secret in its address."""
    reason = error.__cause__.strerror if isinstance(error.__cause__, OSError) else None
    return f" ({reason})" if reason else ""
