"""What the tests of words tell about."""

import dataclasses
from collections.abc import Iterator

from bot.domain.errors import EaselError
from bot.domain.job import Job, JobState, StoredPicture
from bot.domain.money import Cost
from bot.domain.options import Options, Quality
from tests.unit.store.samples import NOW, origin


def job(number: int = 1, *, pictures: int = 1, **changes: object) -> Job:
    base = Job(
        id=number,
        state=JobState.DELIVERED,
        origin=origin(),
        prompt="a fox",
        options=Options(model="gpt-image-2", quality=Quality.HIGH, n=1),
        pictures=tuple(
            StoredPicture(place=place, blob="b", output_format="png", size_bytes=1) for place in range(1, pictures + 1)
        ),
        quality="high",
        cost=Cost(40_000),
        created_at=NOW,
    )
    return dataclasses.replace(base, **changes)  # type: ignore[arg-type]


def leaves(kind: type[EaselError]) -> Iterator[type[EaselError]]:
    further = kind.__subclasses__()
    if not further:
        yield kind
    for one in further:
        yield from leaves(one)
