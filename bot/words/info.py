"""The words of Picture info, and of the tree."""

from collections.abc import Mapping, Sequence

from bot.domain.job import Job, count_files, find_markup
from bot.domain.money import Cost
from bot.domain.request import NO_PICTURES
from bot.words.amounts import price
from bot.words.conversation import TASKS
from bot.words.escaping import harmless, plain, shorten
from bot.words.language.catalogue import Topic
from bot.words.language.numbers import day_and_month
from bot.words.mentions import moment, person
from bot.words.results import rendition_of

_say = Topic("info")

INFO = _say.each("info", ("title", "parents", "tree", "back"))

_PROMPT_LIMIT = 1500
_LINE_PROMPT = 40
_OPTION_LABEL, _OPTION_DESCRIPTION = 100, 100
"""Characters; Discord's component reference, "Select Option Structure"."""
_CHOICE = 100
_FIELD_LIMIT = 1024
"""Characters; Discord's API reference, "Embed Limits"."""


def view_link(link: str) -> str:
    """Link to a picture by a word."""
    return f"[{_say('look')}]({link})"


def info_prompt(prompt: str) -> str:
    """Show a prompt at length."""
    return harmless(prompt, _PROMPT_LIMIT)


def info_fields(job: Job, *, free: bool) -> list[tuple[str, str]]:
    """Name what a job was asked for and what came of it."""
    options = job.options
    cost = _say("free") if free and not job.is_server_paid else price(job.cost or Cost(None))
    made_by = _say("made-by", person=person(job.origin.user_id), moment=moment(job.created_at, "R"))
    fields = [
        ("by", made_by),
        ("model", harmless(options.model, 60)),
        ("quality", harmless(job.quality or options.quality, 20)),
        ("size", harmless(job.size or options.size, 20)),
        ("background", options.background.value),
        ("format", options.output_format.value),
        ("pictures", str(len(job.pictures) or options.n)),
        ("seed", _say("seed-own") if options.seed is None else str(options.seed)),
        ("cost", cost),
    ]
    if (rendition := rendition_of(job)) is not None:
        fields.append(("shown", _say.of("shown", rendition)))
    if options.task is not None:
        fields.append(("task", TASKS[options.task]))
    if options.aspect is not None:
        fields.append(("aspect", harmless(options.aspect, 20)))
    if job.failure is not None:
        fields.append(("state", _say("failed")))
    return [(_say.of("field", name), text) for name, text in fields]


def ancestor_lines(job: Job, ancestors: Sequence[Job], links: Mapping[int, str | None]) -> str:
    """List what a job was made from, the nearest first, as far as its viewer may see it."""
    uploads = sum(file.parent is None and file.label not in NO_PICTURES for file in job.files)
    lines = []
    if uploads:
        lines.append(_say("uploads", pictures=uploads))
    if count_files(job.files)[1]:
        lines.append(_say("with-mask"))
    if find_markup(job.files):
        lines.append(_say("with-marks"))
    for one in ancestors:
        prompt = _say("deleted") if one.is_deleted else harmless(one.prompt, _LINE_PROMPT)
        link = links.get(one.id)
        entry = _say("ancestor", prompt=prompt, person=person(one.origin.user_id))
        entry = f"{entry} ({view_link(link)})" if link else entry
        if sum(len(line) + 1 for line in (*lines, entry)) > _FIELD_LIMIT:
            break
        lines.append(entry)
    return "\n".join(lines) or _say("nothing-known")


def step_back(steps: int, place: int, places: int) -> str:
    """Name an ancestor by how far back it is."""
    if places > 1:
        return shorten(_say("step-back-of-several", steps=steps, place=place, places=places), _OPTION_LABEL)
    return shorten(_say("step-back", steps=steps), _OPTION_LABEL)


def step_prompt(prompt: str) -> str:
    """Describe an ancestor by its prompt; a select shows it as it is."""
    return shorten(plain(prompt), _OPTION_DESCRIPTION) or "…"


def tree_choice(prompt: str) -> str:
    """Name a picture of one's own in the list to choose from."""
    return shorten(plain(prompt), _CHOICE) or "…"


def tree_words(job: Job, *, seen: bool) -> str:
    """Say on a card of the tree what was asked for, where its viewer may see it."""
    if job.is_deleted:
        return _say("deleted")
    return job.prompt if seen else _say("tree-private")


def tree_title(job: Job) -> str:
    """Head a card of the tree."""
    return day_and_month(job.created_at)


def tree_text(pictures: int) -> str:
    """Head a tree."""
    if pictures == 1:
        return _say("tree-alone")
    return _say("tree", requests=pictures)


def tree_alt_text(pictures: int) -> str:
    """Describe a tree for people who cannot see it; its words are in Picture info."""
    return _say("tree-alt", pictures=pictures)
