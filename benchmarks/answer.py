"""Reading an answer of four pictures, against json and base64."""

import base64
import json
import random
import tracemalloc
from collections.abc import Callable

from benchmarks.measure import Rival, Row, speed_row
from bot.proxy.answers import BodyReader

PICTURES = 4
PICTURE_BYTES = 1_900_000
"""Four of these make 10 MB of JSON."""

_CHUNK_BYTES = 64 * 1024


def rows() -> list[Row]:
    """Measure time and peak memory."""
    rival = Rival(_ours, _reference)
    body = _body()
    return [speed_row("answer of 4 pictures", rival, body, times=5), _memory_row("answer of 4 pictures", rival, body)]


def _ours(body: bytes) -> object:
    reader = BodyReader()
    for start in range(0, len(body), _CHUNK_BYTES):
        reader.feed(body[start : start + _CHUNK_BYTES])
    return reader.finish().entries


def _reference(body: bytes) -> object:
    return [base64.b64decode(item["b64_json"]) for item in json.loads(body)["data"]]


def _body() -> bytes:
    source = random.Random(0)  # noqa: S311 - compressed pictures look like noise, and this noise is the same each time
    items = [{"b64_json": base64.b64encode(source.randbytes(PICTURE_BYTES)).decode()} for _ in range(PICTURES)]
    return json.dumps({"created": 1, "data": items, "usage": {"input_tokens": 9, "output_tokens": 9}}).encode()


def _memory_row(name: str, rival: Rival, body: bytes) -> Row:
    # Python's own count: a process's peak hides what fits into memory that handing the body over has left.
    ours, reference = _peak_bytes(rival.ours, body), _peak_bytes(rival.reference, body)
    ratio = ours / reference
    return Row(
        name=name,
        measured=f"{ratio:.0%} of the memory",
        target="at most 50%",
        met=ratio <= 0.5,  # noqa: PLR2004
        detail=f"+{ours / 1e6:.1f} MB, reference +{reference / 1e6:.1f} MB",
    )


def _peak_bytes(work: Callable[[bytes], object], body: bytes) -> int:
    tracemalloc.start()
    try:
        work(body)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
