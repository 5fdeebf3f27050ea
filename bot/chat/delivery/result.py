"""A finished job as people see it: its files and the line under them."""

from collections.abc import Sequence

from bot.chat.platform.files import PostedFile
from bot.domain.job import Job
from bot.domain.money import Cost
from bot.domain.options import Background
from bot.words import results as results_words
from bot.words.results import alt_text

_BACKGROUND = "background"


def result_files(
    job: Job, data: Sequence[bytes], vectors: Sequence[bytes | None] | None = None, *, before: Sequence[str] = ()
) -> tuple[PostedFile, ...]:
    """Make the files of a job's pictures; `data` are their bytes, in the same order.

    `vectors` are the SVGs that go beside them, None where there is none. `before` are the prompts that led to what an
    edit began with.
    """
    return tuple(
        PostedFile(
            job=job.id,
            place=picture.place,
            data=one,
            output_format=picture.output_format,
            alt_text=alt_text(
                job.prompt, picture.place, len(job.pictures), is_edit=job.before is not None, before=before
            ),
            vector=vector,
        )
        for picture, one, vector in zip(job.pictures, data, vectors or [None] * len(data), strict=True)
    )


def result_text(job: Job, refitted: results_words.Refitted, *, demo: bool, plain: bool = False) -> str:
    """Write what stands under a job's pictures: who asked, for what, what it cost, how long it took.

    With `plain` the prompt is left out, as where Discord takes no message with these words.
    """
    made = results_words.Made(
        asker_id=job.origin.user_id,
        prompt=None if plain else job.prompt,
        model=job.options.model,
        quality=job.quality or job.options.quality.value,
        size=job.size or job.options.size,
        cost=job.cost or Cost(None),
        seconds=(job.drawn_at - job.created_at).total_seconds() if job.drawn_at else 0.0,
        demo=demo and not job.is_server_paid,
        pictures=len(job.pictures),
        asked=job.options.n,
        rendition=results_words.rendition_of(job),
    )
    lines = [results_words.result_line(made, refitted)]
    opaque = job.options.background is Background.TRANSPARENT and _BACKGROUND in job.dropped
    dropped = tuple(name for name in job.dropped if not (opaque and name == _BACKGROUND))
    if dropped:
        lines.append(results_words.no_effect(dropped))
    if opaque:
        lines.append(results_words.came_opaque(len(job.pictures)))
    if job.not_laid_in:
        lines.append(results_words.not_laid_in(job.not_laid_in, of=len(job.pictures)))
    if job.crop is not None and job.crop.scaled_from is not None:
        lines.append(results_words.scaled_down(job.crop.scaled_from))
    if not all(picture.is_picture for picture in job.pictures):
        lines.append(results_words.svg_alone())
    return "\n".join(lines)
