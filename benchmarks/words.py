"""How long a list of words as long as can be takes for a prompt as long as can be, whatever both are made of."""

import time

from benchmarks.measure import Row
from bot.domain.word_filter import LETTERS_LIMIT, WordFilter

_PROMPT_LENGTH = 32_000
_MOST_SECONDS = 0.02
_ROUNDS = 5
_HOSTILE = {
    "one word": ("gnome ", "a picture of a cat "),
    "one letter": ("a", "a"),
    "words of one letter": ("a ", "a "),
    "letters that may be several": ("il1|!", "1|l!i"),
    "signs": ("$", "$"),
    "letters and signs": ("a$", "a$"),
    "numbers": ("1 ", "1 "),
    "no spaces": ("裸", "裸"),
    "syllables in parts": ("각", "\u1100\u1161\u11a8"),
    "words in one character": ("ﷺ", "ﷺ"),
    "accents": ("a", "a\u0301"),
    "every character once": ("a", "".join(map(chr, range(0x3400, 0x3400 + _PROMPT_LENGTH)))),
}


def rows() -> list[Row]:
    """Search in vain: what is found ends the search."""
    return [_row(name, *texts) for name, texts in _HOSTILE.items()]


def _row(name: str, listed: str, written: str) -> Row:
    phrases = [f"{listed * length}b" for length in range(1, 80)]
    while sum(map(len, phrases)) > LETTERS_LIMIT:
        phrases.pop()
    started = time.perf_counter()
    compiled = WordFilter(phrases)
    built = time.perf_counter() - started
    prompt = (written * _PROMPT_LENGTH)[:_PROMPT_LENGTH]
    fastest = min(_seconds(compiled, prompt) for _ in range(_ROUNDS))
    return Row(
        name=f"refused words: {name}",
        measured=f"{fastest * 1e3:.1f} ms",
        target=f"under {_MOST_SECONDS * 1e3:.0f} ms",
        met=fastest < _MOST_SECONDS,
        detail=f"built in {built * 1e3:.1f} ms",
    )


def _seconds(compiled: WordFilter, prompt: str) -> float:
    started = time.process_time()
    if compiled.refuses(prompt):
        raise AssertionError(prompt[:20])
    return time.process_time() - started
