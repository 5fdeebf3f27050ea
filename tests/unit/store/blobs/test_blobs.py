"""Blobs, in a folder and in a bucket."""

from __future__ import annotations

import asyncio
import os
import re
import resource
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.doctor.finding import Finding, Verdict
from bot.doctor.storage import examine_storage
from bot.settings import Settings
from bot.store.blobs.blob_store import Blobs, open_blobs
from bot.store.errors import BlobMissing, BucketTrouble, BucketUnusable, StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class Bucket:
    """As much of S3 as putting, getting, listing and deleting takes."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.fails = False
        self.refusal: tuple[int, str] | None = None
        """The status and code of S3 with which it refuses everything."""

    async def answer(self, request: web.Request) -> web.Response:
        if self.refusal is not None:
            # https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
            status, code = self.refusal
            text = f"<?xml version='1.0' encoding='UTF-8'?><Error><Code>{code}</Code><Message>No</Message></Error>"
            return web.Response(status=status, text=text, content_type="application/xml")
        if self.fails:
            return web.Response(status=403)
        name = request.path
        if request.query.get("list-type") == "2":
            return self._list(request.query.get("prefix", ""))
        if request.method == "PUT":
            self.objects[name] = await request.read()
        elif request.method == "POST" and "delete" in request.query:
            keys = re.findall("<Key>(.*?)</Key>", await request.text())
            for key in keys:
                self.objects.pop(f"/bucket/{key}", None)
            deleted = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in keys)
            return web.Response(text=f"<DeleteResult>{deleted}</DeleteResult>")
        elif name not in self.objects:
            return web.Response(status=404)
        # The time is one that S3 always sends and that the client insists on.
        headers = {"ETag": '"1"', "Last-Modified": "Mon, 23 Nov 2026 12:00:00 GMT"}
        return web.Response(body=self.objects[name] if request.method == "GET" else b"", headers=headers)

    def _list(self, prefix: str) -> web.Response:
        entries = "".join(
            f"<Contents><Key>{key}</Key><LastModified>2026-11-23T12:00:00.000Z</LastModified>"
            f"<Size>{len(data)}</Size></Contents>"
            for key, data in ((name.removeprefix("/bucket/"), data) for name, data in self.objects.items())
            if key.startswith(prefix)
        )
        return web.Response(text=f"<ListBucketResult><IsTruncated>false</IsTruncated>{entries}</ListBucketResult>")


@pytest.fixture
async def bucket(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bucket]:
    """An S3 of our own on loopback, which the environment points to."""
    bucket = Bucket()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/{name:.*}", bucket.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    settings = {"ENDPOINT": f"http://127.0.0.1:{port}", "ALLOW_HTTP": "true", "REGION": "eu-north-1"}
    for name, value in {**settings, "ACCESS_KEY_ID": "key", "SECRET_ACCESS_KEY": "s3cret"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    yield bucket
    await runner.cleanup()


@pytest.fixture(params=["folder", "other folder", "bucket", "memory"])
async def blobs(request: pytest.FixtureRequest, bucket: Bucket, tmp_path: Path) -> AsyncIterator[Blobs]:
    urls = {"folder": None, "other folder": f"file://{tmp_path}/a%20b", "bucket": "s3://bucket/easel"}
    blobs = open_blobs(urls.get(request.param, "memory:///"), tmp_path)
    yield blobs
    await blobs.close()


async def test_what_was_put_comes_back(blobs: Blobs) -> None:
    data = os.urandom(6 * 1024 * 1024)
    assert await blobs.put(data, name="17/image") == "17/image"
    await blobs.put(b"", name="17/mask")
    assert await blobs.get("17/image") == data
    assert await blobs.get("17/mask") == b""


async def test_a_name_put_again_has_the_new_bytes(blobs: Blobs) -> None:
    await blobs.put(b"long and old", name="17/out-1")
    await blobs.put(b"new", name="17/out-1")
    assert await blobs.get("17/out-1") == b"new"


async def test_a_missing_blob_is_named(blobs: Blobs) -> None:
    with pytest.raises(BlobMissing) as caught:
        await blobs.get("17/image")
    assert caught.value.name == "17/image"


async def test_deleting_takes_what_is_there(blobs: Blobs) -> None:
    await blobs.put(b"1", name="17/image")
    await blobs.put(b"2", name="18/image")
    await blobs.delete(["17/missing", "17/image", "99/missing"])
    with pytest.raises(BlobMissing):
        await blobs.get("17/image")
    assert await blobs.get("18/image") == b"2"
    await blobs.delete([])


async def test_a_jobs_blobs_go_together_and_no_other_ones(blobs: Blobs) -> None:
    for name in ("17/image", "17/answer.json", "171/image"):
        await blobs.put(b"1", name=name)
    await blobs.drop(17)
    await blobs.drop(99)
    for name in ("17/image", "17/answer.json"):
        with pytest.raises(BlobMissing):
            await blobs.get(name)
    assert await blobs.get("171/image") == b"1"


@pytest.mark.parametrize(
    "name",
    ["../secret", "/etc/passwd", "17/../../secret", "17//image", "17/", "", ".partial/x", "17/a b", "17\\x", "17/\0"],
)
async def test_a_name_that_leads_elsewhere_is_refused(blobs: Blobs, name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        await blobs.put(b"x", name=name)
    with pytest.raises(ValueError, match="no name"):
        await blobs.get(name)
    with pytest.raises(ValueError, match="no name"):
        await blobs.delete([name])


async def test_many_at_once_keep_apart(blobs: Blobs) -> None:
    names = [f"{job}/out-{place}" for job in range(10) for place in range(4)]
    await asyncio.gather(*(blobs.put(name.encode(), name=name) for name in names))
    assert await asyncio.gather(*(blobs.get(name) for name in names)) == [name.encode() for name in names]


async def test_an_empty_folder_goes_with_its_last_blob(tmp_path: Path) -> None:
    blobs = open_blobs(None, tmp_path)
    await blobs.put(b"1", name="17/image")
    await blobs.put(b"2", name="17/mask")
    await blobs.delete(["17/image"])
    assert (tmp_path / "blobs" / "17").is_dir()
    await blobs.delete(["17/mask"])
    assert not (tmp_path / "blobs" / "17").exists()
    await blobs.close()


async def test_a_full_disk_loses_neither_the_old_bytes_nor_room(tmp_path: Path) -> None:
    blobs = open_blobs(None, tmp_path)
    await blobs.put(b"old", name="17/image")
    with _files_of_at_most(1000), pytest.raises(StoreUnavailable):
        await blobs.put(bytes(5000), name="17/image")
    assert await blobs.get("17/image") == b"old"
    assert _files(tmp_path) == [tmp_path / "blobs" / "17" / "image"]
    await blobs.close()


async def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "blobs").write_bytes(b"a file")
    with pytest.raises(StoreUnavailable):
        open_blobs(None, tmp_path)


async def test_what_a_crash_left_half_written_is_cleared_out_and_the_rest_is_whole(tmp_path: Path) -> None:
    _write_until_killed(tmp_path)
    (left,) = (tmp_path / "blobs" / ".partial").iterdir()
    os.utime(left, (0, 0))
    blobs = open_blobs(None, tmp_path)
    assert not left.exists()
    assert len(await blobs.get("17/image")) == 1000
    await blobs.close()


async def test_a_bucket_that_refuses_is_unavailable(bucket: Bucket, tmp_path: Path) -> None:
    blobs = open_blobs("s3://bucket", tmp_path)
    bucket.fails = True
    with pytest.raises(StoreUnavailable):
        await blobs.put(b"1", name="17/image")
    with pytest.raises(StoreUnavailable):
        await blobs.get("17/image")


@pytest.mark.parametrize(
    ("status", "code", "trouble", "words"),
    [
        (404, "NoSuchBucket", BucketTrouble.MISSING, "doesn't exist"),
        (403, "InvalidAccessKeyId", BucketTrouble.KEY_REFUSED, "rejects the key"),
        (403, "SignatureDoesNotMatch", BucketTrouble.KEY_REFUSED, "rejects the key"),
        (400, "ExpiredToken", BucketTrouble.KEY_REFUSED, "rejects the key"),
        (403, "AccessDenied", BucketTrouble.NOT_ALLOWED, "doesn't give this key access"),
        (400, "AuthorizationHeaderMalformed", BucketTrouble.ELSEWHERE, "another region"),
    ],
)
async def test_what_is_wrong_with_a_bucket_is_told_and_is_never_a_picture_that_is_gone(
    bucket: Bucket, tmp_path: Path, status: int, code: str, trouble: BucketTrouble, words: str
) -> None:
    blobs = open_blobs("s3://bucket", tmp_path)
    bucket.refusal = status, code
    for ask in (lambda: blobs.put(b"1", name="17/image"), lambda: blobs.get("17/image"), lambda: blobs.drop(17)):
        with pytest.raises(BucketUnusable) as caught:
            await ask()
        assert caught.value.trouble is trouble
    finding = await examine(tmp_path)
    assert finding.verdict is Verdict.BAD
    assert words in finding.text


async def test_a_bucket_over_plain_http_is_used_where_that_is_allowed(
    bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await examine(tmp_path)).verdict is Verdict.GOOD
    monkeypatch.delenv("AWS_ALLOW_HTTP")
    finding = await examine(tmp_path)
    assert finding.verdict is Verdict.BAD
    assert "set AWS_ALLOW_HTTP=true" in finding.text
    assert bucket.objects == {}


async def examine(folder: Path) -> Finding:
    """Let the doctor look at the bucket."""
    settings = Settings(data_dir=folder, blob_url=SecretStr("s3://bucket"))
    return [one async for one in examine_storage(settings)][-1]


@pytest.mark.parametrize("url", ["ftp://me:s3cret@host/x", "s3cret", "s3://", "/data/s3cret"])
def test_another_address_is_refused_without_repeating_it(url: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="address of blobs") as caught:
        open_blobs(url, tmp_path)
    assert "s3cret" not in str(caught.value)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@contextmanager
def _files_of_at_most(size_bytes: int) -> Iterator[None]:
    """Let no file of this process grow past a size, as on a disk without room."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    signal.signal(signal.SIGXFSZ, before)


def _write_until_killed(folder: Path) -> None:
    """Put one blob, and die by the second one, which is too large for the process."""
    script = """
import asyncio, pathlib, resource, signal, sys
from bot.store.blobs.blob_store import open_blobs
async def main():
    blobs = open_blobs(None, pathlib.Path(sys.argv[1]))
    await blobs.put(bytes(1000), name="17/image")
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    await blobs.put(bytes(100_000), name="17/image")
asyncio.run(main())
"""
    process = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script, str(folder)], cwd=Path(__file__).parents[4], check=False
    )
    assert process.returncode == -signal.SIGXFSZ
