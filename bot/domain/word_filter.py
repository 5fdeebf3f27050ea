"""The words that a server refuses: found whole in a prompt, however they are written."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from bot.domain.readings import SIGNS, SIGNS_AT_NO_END, fold, look_alikes

LETTERS_LIMIT = 4000
"""What all phrases of a list may have together: as many as the form that they are typed into takes characters."""

_SIGN = re.compile(f"[{re.escape(SIGNS)}]")
_PARTS = re.compile(f"[{re.escape(SIGNS)}]|[^{re.escape(SIGNS)}]+")


class WordFilter:
    """A list of words and phrases, compiled: all of them are looked for at once, in one pass over a prompt.

    Each letter of the list is a bit, and those that the prompt has come to move on by one with each of its letters
    (Shift-And: Baeza-Yates and Gonnet, 1992, doi:10.1145/135239.135243). So a search is as many steps as the prompt has
    letters, each on numbers of as many bits as the list has: neither letters that can be read as several nor phrases
    that repeat themselves make more of them. Nothing changes once it is built, so threads may share it.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        """Compile a list, as far as `fit` lets it."""
        self._firsts: dict[str, int] = {}
        self._others: dict[str, int] = {}
        self._wholes: dict[str, int] = {}
        self._begins = self._finals = self._word_ends = self._number_ends = 0
        size = 0
        for words in dict.fromkeys(words for _, words in _fitting(phrases)):
            self._begins |= 1 << size
            for word in words:
                self._add(word, at=size)
                size += len(word)
            self._finals |= 1 << (size - 1)

    def refuses(self, prompt: str) -> bool:
        """Say whether one of the words and phrases stands in a prompt, and not inside another word.

        Case, accents, invisible characters and what stands between the words of a phrase make no difference, and a
        letter is also whatever looks like it (`h3ll0`); a sign is a letter or stands between words. A number of digits
        alone is a number. Where a script has no spaces, a word is found anywhere.
        """
        if not self._begins:
            return False
        ended = 0
        for chunk in fold(prompt).split():
            if len(chunk) == 1 and chunk not in SIGNS:
                ended = self._wholes.get(chunk, 0) & (ended << 1 | self._begins)
            else:
                ended = self._read(chunk, ended)
            if ended & self._finals:
                return True
        return False

    def _read(self, chunk: str, ended: int) -> int:
        """Read what stands between two spaces, after those words that `ended` there; give the words that end in it.

        All that end at its end, or those that end a phrase as soon as there are any.
        """
        firsts, others = self._firsts, self._others
        # What the word that is being read has come to: by digits alone, and otherwise.
        digits = letters = 0
        at_start = True
        for part in _PARTS.findall(chunk) if _SIGN.search(chunk) else (chunk,):
            begun = firsts.get(part[0], 0) & (ended << 1 | self._begins) if at_start else 0
            if part in SIGNS:
                done = letters & self._word_ends
                if digits:
                    done |= digits & self._number_ends
                    letters, digits = letters | digits, 0
                if done & self._finals:
                    return done
                letters = begun | others.get(part, 0) & letters << 1
                ended = done | ended if at_start else done
                at_start = True
                continue
            if part.isdigit():
                letters, digits = _follow(part, 0, letters, others), _follow(part, begun, digits, others)
            elif begun or letters or digits:
                letters, digits = _follow(part, begun, letters | digits, others), 0
            ended, at_start = 0, False
        return ended | letters & self._word_ends | digits & self._number_ends

    def _add(self, word: str, *, at: int) -> None:
        is_number = word.isdigit()
        for place, letter in enumerate(word, at):
            bits = self._firsts if place == at else self._others
            for one in (letter,) if is_number else look_alikes(letter):
                bits[one] = bits.get(one, 0) | 1 << place
                if len(word) == 1 and (is_number or not one.isdigit()):
                    self._wholes[one] = self._wholes.get(one, 0) | 1 << place
        if is_number:
            self._number_ends |= 1 << (at + len(word) - 1)
        else:
            self._word_ends |= 1 << (at + len(word) - 1)


def _follow(part: str, begun: int, before: int, others: Mapping[str, int]) -> int:
    """Read some letters: those of words that were `begun` with the first of them, or go on from `before`."""
    state = begun | others.get(part[0], 0) & before << 1 if before else begun
    for letter in part[1:]:
        if not state:
            return 0
        state = others.get(letter, 0) & state << 1
    return state


@lru_cache(maxsize=64)
def compile_words(phrases: tuple[str, ...]) -> WordFilter:
    """Compile a list, or give what was compiled of it before; up to 10 ms, so never on the event loop."""
    return WordFilter(phrases)


def fit(phrases: Iterable[str]) -> tuple[str, ...]:
    """Choose those phrases with something to read that have no more than `LETTERS_LIMIT` letters together.

    A phrase that fits no more is left out, and what comes after it may fit. What reads like another takes no room.
    """
    return tuple(phrase for phrase, _ in _fitting(phrases))


def _fitting(phrases: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    seen: set[tuple[str, ...]] = set()
    size = 0
    for phrase in phrases:
        words = _words(phrase)
        length = 0 if words in seen else sum(map(len, words))
        if words and size + length <= LETTERS_LIMIT:
            seen.add(words)
            size += length
            yield phrase, words


def _words(phrase: str) -> tuple[str, ...]:
    chunks = (chunk.strip(SIGNS_AT_NO_END) for chunk in fold(phrase, is_list=True).split())
    return tuple(chunk for chunk in chunks if chunk)
