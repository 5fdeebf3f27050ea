"""Server-sent events to partial and final pictures, as they arrive."""

from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from dataclasses import dataclass

from bot.domain.request import PartialPicture
from bot.proxy.answers import Body, body_from, check_length, count_or_none, find_format, text_or_none
from bot.proxy.failure_body import failure_from
from bot.proxy.scan import Scanner

_MOST_PARTIALS = 100
_LINE_LIMIT_BYTES = 1024
"""For the lines that are no data; those are the names of events and comments."""


@dataclass(slots=True)
class Event:
    """An event that is being read; its data goes through a scanner as it comes."""

    name: str = ""
    scanner: Scanner | None = None


class EventReader:
    """Split a stream of bytes, cut anywhere, into its events.

    Lines end in LF, CRLF or CR. Comments, `id`, `retry` and unknown fields are passed over.
    """

    def __init__(self) -> None:
        self._event = Event()
        self._line = bytearray()
        self._in_data = False
        self._after_return = False

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """Read on, and give the events that are whole.

        Raises:
            Unreadable: a picture in one is not base64.
        """
        position = 0
        if self._after_return and chunk:
            position = int(chunk.startswith(b"\n"))
            self._after_return = False
        while position < len(chunk):
            end, after = _line_end(chunk, position)
            self._take(chunk[position : len(chunk) if end < 0 else end])
            if end < 0:
                return
            if after > len(chunk):
                self._after_return, after = True, len(chunk)
            position = after
            if self._end_line():
                event, self._event = self._event, Event()
                yield event

    def finish(self) -> Event | None:
        """Give the last event where its closing blank line is missing."""
        self._end_line()
        return self._event if self._event.scanner else None

    def _take(self, piece: bytes) -> None:
        if not self._in_data:
            self._line += piece
            if not self._line.startswith(b"data:"):
                del self._line[_LINE_LIMIT_BYTES:]
                return
            piece = bytes(self._line[5:])
            self._line.clear()
            self._in_data = True
            if self._event.scanner is None:
                self._event.scanner = Scanner()
            else:
                self._event.scanner.feed(b"\n")
        if self._event.scanner is not None:
            self._event.scanner.feed(piece)

    def _end_line(self) -> bool:
        """Close the line; True when it was the blank one that closes an event with data."""
        blank = not self._line and not self._in_data
        field, _, value = bytes(self._line).partition(b":")
        if field == b"event":
            self._event.name = value.decode("utf-8", "replace").strip()
        self._line.clear()
        self._in_data = False
        if blank and self._event.scanner is None:
            self._event = Event()
        return blank and self._event.scanner is not None


def _line_end(chunk: bytes, position: int) -> tuple[int, int]:
    """Find a line's end and the next line's begin, one past the chunk where a LF may still belong to a CR."""
    feed = chunk.find(b"\n", position)
    carriage = chunk.find(b"\r", position, len(chunk) if feed < 0 else feed)
    if carriage < 0:
        return feed, feed + 1
    if carriage + 1 == len(chunk):
        return carriage, len(chunk) + 1
    return carriage, carriage + (2 if chunk[carriage + 1 : carriage + 2] == b"\n" else 1)


async def read_events(chunks: AsyncIterator[bytes]) -> AsyncGenerator[PartialPicture | Body]:
    """Give each partial picture, and a body for each event that holds final pictures or an error.

    Raises:
        Unreadable: an event is not JSON, a picture in one is not base64, or there is too much of it all.
    """
    reader = EventReader()
    read_bytes = partials = 0
    async for chunk in chunks:
        read_bytes += len(chunk)
        check_length(read_bytes)
        for event in reader.feed(chunk):
            parsed = _parse(event, partials)
            partials += isinstance(parsed, PartialPicture)
            if parsed is not None:
                yield parsed
    last = reader.finish()
    parsed = _parse(last, partials) if last else None
    if parsed is not None:
        yield parsed


def _parse(event: Event, partials: int) -> PartialPicture | Body | None:
    scanner = event.scanner
    if scanner is None or scanner.rest.strip() in {b"", b"[DONE]"}:
        return None
    document = scanner.finish()
    name = text_or_none(document.get("type")) or event.name
    if document.get("error") or name == "error":
        return Body(failure=failure_from(document))
    if isinstance(document.get("data"), list):
        return body_from(document, scanner)
    index = document.get("partial_image_index")
    is_partial = isinstance(index, int) if not name.startswith("image_") else name.endswith("partial_image")
    if not is_partial:
        return body_from({**document, "data": [document]}, scanner)
    data = scanner.picture(document.get("b64_json"))
    if data is None or find_format(data) is None:
        return None
    known = count_or_none(index, limit=_MOST_PARTIALS - 1)
    return PartialPicture(data, partials if known is None else known)
