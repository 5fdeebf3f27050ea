"""A change of a part of a picture that its asker looks at before it is sent."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.domain.area import Area
from bot.domain.job import StoredFile
from bot.domain.options import Options
from bot.domain.request import PictureRef
from bot.store.jobs.options_record import options_from_record, options_to_record
from bot.store.people.drafts import StoredDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A change that its asker looks at before it is sent.

    `images` are ready for upload, the first of them is `size` pixels large. What is painted anew are the `areas`, or
    where there are none the `region` that was found in a mask, or all of it; with `inverted` all else. `mask` is a
    plain one as it was given. `markup` is what was drawn over a copy, where it can be followed in place of a mask.
    `original` is the first picture in full, where an exact edit needs more than is ready for upload of it. Sending it
    uses up the `references` of its asker, by their ids.
    """

    id: int
    user_id: int
    prompt: str = field(repr=False)
    options: Options
    private: bool
    spoiler: bool
    images: tuple[StoredFile, ...]
    size: tuple[int, int]
    mask: str | None = None
    region: str | None = None
    original: str | None = None
    markup: str | None = None
    areas: tuple[Area, ...] = ()
    inverted: bool = False
    references: tuple[int, ...] = ()

    @property
    def asks_what_is_meant(self) -> bool:
        """Whether what was drawn over a copy can still mean two things: what it covers, or what it says."""
        return self.markup is not None and not self.areas and not self.inverted

    def to_record(self) -> dict[str, Any]:
        """Encode it as JSON-ready values, without its id and its asker."""
        record = asdict(replace(self, areas=()))
        del record["id"], record["user_id"]
        return {**record, "options": options_to_record(self.options), "areas": [one.value for one in self.areas]}

    @classmethod
    def from_row(cls, row: StoredDraft) -> "Draft":
        """Decode what `to_record` encoded."""
        record = row.record
        return cls(
            **{
                **record,
                "id": row.id,
                "user_id": row.user_id,
                "options": options_from_record(record["options"]),
                "images": tuple(_stored_file(one) for one in record["images"]),
                "size": tuple(record["size"]),
                "areas": tuple(Area(one) for one in record["areas"]),
                "references": tuple(record.get("references", ())),
            }
        )


def _stored_file(record: dict[str, Any]) -> StoredFile:
    parent = record["parent"]
    return StoredFile(label=record["label"], blob=record["blob"], parent=PictureRef(**parent) if parent else None)
