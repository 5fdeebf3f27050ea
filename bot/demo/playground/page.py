"""What Easel adds to simcord's page: its name, a stylesheet, and a script that follows the conversation."""

import json
from functools import cache
from html import escape
from pathlib import Path

from bot.words.playground import PAGE

_FOLDER = Path(__file__).with_name("static")
_ADDITIONS = {"/easel.css": "text/css", "/easel.js": "text/javascript", "/easel-tab.js": "text/javascript"}
_MARK = '<span class="brand-mark" aria-hidden="true">'
_WORDS = "easel-words"
"""The name under which our script finds its words in the page."""


def brand(html: str) -> str:
    """Put Easel's name and additions into simcord's page; what is not found in it stays as it is."""
    words = {name: escape(text) for name, text in PAGE.items()}
    head = (
        f'<meta name="{_WORDS}" content="{escape(json.dumps(dict(PAGE)))}"><link rel="stylesheet" href="/easel.css">'
        '<script type="module" src="/easel-tab.js"></script></head>'
    )
    for theirs, ours in (
        ("<title>SimCord Preview</title>", f"<title>{words['title']}</title>"),
        ("<strong>SimCord</strong><small>Preview</small>", f"<strong>Easel</strong><small>{words['brand']}</small>"),
        (f"{_MARK}S</span>", f"{_MARK}E</span>"),
        ("</head>", head),
        ("</body>", '<script type="module" src="/easel.js"></script></body>'),
    ):
        html = html.replace(theirs, ours, 1)
    return html


@cache
def find_addition(path: str) -> tuple[str, str] | None:
    """Find one of our files by its path on the server: its text and its media type."""
    media_type = _ADDITIONS.get(path)
    return None if media_type is None else ((_FOLDER / path[1:]).read_text(encoding="utf-8"), media_type)
