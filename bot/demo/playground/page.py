"""What Easel adds to simcord's page: its name, a stylesheet, and a script that follows the conversation."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("static")
_ADDITIONS = {"/easel.css": "text/css", "/easel.js": "text/javascript"}
_NAMES = (
    ("<title>SimCord Preview</title>", "<title>Easel's playground</title>"),
    ("<strong>SimCord</strong><small>Preview</small>", "<strong>Easel</strong><small>in SimCord</small>"),
    ('<span class="brand-mark" aria-hidden="true">S</span>', '<span class="brand-mark" aria-hidden="true">E</span>'),
    ("</head>", '<link rel="stylesheet" href="/easel.css"></head>'),
    ("</body>", '<script type="module" src="/easel.js"></script></body>'),
)


def brand(html: str) -> str:
    """Put Easel's name and additions into simcord's page; what is not found in it stays as it is."""
    for theirs, ours in _NAMES:
        html = html.replace(theirs, ours, 1)
    return html


@cache
def find_addition(path: str) -> tuple[str, str] | None:
    """Find one of our files by its path on the server: its text and its media type."""
    media_type = _ADDITIONS.get(path)
    return None if media_type is None else ((_FOLDER / path[1:]).read_text(encoding="utf-8"), media_type)
