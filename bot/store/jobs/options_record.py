"""The options of a request as JSON-ready values, which outlive a version of the bot, and back."""

from dataclasses import asdict
from typing import Any

from bot.domain.crop_choice import CropChoice
from bot.domain.masked_edits import MaskedEdits
from bot.domain.options import Background, Complexity, InputFidelity, Moderation, Options, OutputFormat, Quality
from bot.domain.task import task_from_text


def options_to_record(options: Options) -> dict[str, Any]:
    """Encode options as JSON-ready values."""
    return asdict(options)


def options_from_record(record: dict[str, Any]) -> Options:
    """Decode what `options_to_record` encoded."""
    fidelity, moderation = record["input_fidelity"], record.get("moderation")
    complexity = record.get("complexity")
    return Options(
        model=record["model"],
        quality=Quality(record["quality"]),
        size=record["size"],
        background=Background(record["background"]),
        n=record["n"],
        output_format=OutputFormat(record["output_format"]),
        seed=record["seed"],
        input_fidelity=None if fidelity is None else InputFidelity(fidelity),
        moderation=None if moderation is None else Moderation(moderation),
        complexity=None if complexity is None else Complexity(complexity),
        frames=record.get("frames"),
        frame_ms=record.get("frame_ms"),
        sketches=record.get("sketches", True),
        area=CropChoice(record.get("area", CropChoice.AUTO)),
        masked_edits=MaskedEdits(record.get("masked_edits", MaskedEdits.EXACT)),
        task=None if record.get("task") is None else task_from_text(record["task"]),
        aspect=record.get("aspect"),
    )
