"""What fuzzers have found, and a first input of each kind: all of it is read or refused."""

import random
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

FIELD = Path(__file__).parents[1] / "field"
CORPUS = sorted((Path(__file__).parent / "corpus").glob("*/*"))
SMALL = [path for path in sorted(FIELD.iterdir()) if path.suffix != ".md" and path.stat().st_size < 20_000]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}-{path.name[:16]}")
def test_what_was_found_is_read_or_refused(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.name)
def test_damage_to_a_file_of_the_field_is_read_or_refused(path: Path) -> None:
    whole, numbers = path.read_bytes(), random.Random(path.name)  # noqa: S311 - no secret
    TARGETS["picture"](whole)
    for _ in range(20):
        damaged = bytearray(whole)
        for _ in range(numbers.randint(1, 4)):
            damaged[numbers.randrange(len(damaged))] = numbers.randrange(256)
        TARGETS["picture"](bytes(damaged))
