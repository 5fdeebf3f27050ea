"""What is usable of the bodies of an answer, and several of them as one."""

from dataclasses import replace

from bot.domain.request import Usage
from bot.proxy.answers import Body, find_format


def sound(body: Body) -> Body:
    """Leave out what is no picture; the address beside it may still have one."""
    entries = (
        entry if entry.data is None or find_format(entry.data) else replace(entry, data=None) for entry in body.entries
    )
    return replace(body, entries=tuple(entry for entry in entries if entry.data or entry.url))


def joined(whole: Body, event: Body) -> Body:
    """Add an event to what came before it; each event counts the tokens of its own picture."""
    return replace(
        whole,
        entries=whole.entries + event.entries,
        usage=_sum(whole.usage, event.usage),
        size=event.size or whole.size,
        quality=event.quality or whole.quality,
        items=whole.items + event.items,
        failure=whole.failure or event.failure,
    )


def _sum(first: Usage | None, second: Usage | None) -> Usage | None:
    if first is None or second is None:
        return first or second
    return Usage(
        input_text_tokens=first.input_text_tokens + second.input_text_tokens,
        input_image_tokens=first.input_image_tokens + second.input_image_tokens,
        output_tokens=first.output_tokens + second.output_tokens,
        svg_tokens=first.svg_tokens + second.svg_tokens,
    )
