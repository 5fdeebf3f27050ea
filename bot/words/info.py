"""The words of Picture info, and of the tree."""

import dataclasses
from collections.abc import Mapping, Sequence

from bot.domain.job import Job, count_files, find_markup
from bot.domain.money import Cost
from bot.domain.request import NO_PICTURES
from bot.domain.task import Rework
from bot.words.amounts import listed, price
from bot.words.conversation import RESULT_BUTTONS, TASKS
from bot.words.escaping import MESSAGE_LIMIT, harmless, plain, shorten
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


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A request in a tree: by its number, and those of the requests that it was made from, as far as they are in it.

    Whoever looks at it has not `seen` what they may not look up. With `repeats` it has the words of its original.
    """

    job: Job
    number: int
    parents: tuple[int, ...]
    seen: bool
    repeats: bool

    @property
    def is_told(self) -> bool:
        """Whether it is told who asked for what."""
        return self.seen and not self.job.is_deleted


def tree_words(step: Step) -> str:
    """Say on a card of the tree what was asked for, or changed, where its viewer may see it."""
    if step.job.is_deleted:
        return _say("deleted")
    if not step.seen:
        return _say("tree-private")
    task = step.job.options.task
    if task is None:
        return RESULT_BUTTONS["vary"] if step.repeats else step.job.prompt
    # What is made larger or cut out has no words of its own.
    return TASKS[task] if isinstance(task, Rework) else f"{TASKS[task]} · {step.job.prompt}"


def tree_title(job: Job) -> str:
    """Head a card of the tree."""
    return day_and_month(job.created_at)


def tree_text(steps: Sequence[Step]) -> str:
    """Head a tree, and list who asked for what, as far as there is room."""
    if len(steps) == 1:
        return _say("tree-alone")
    lines = [_say("tree", requests=len(steps))]
    for step in steps:
        lines.append(_step_line(step))
        left = _say("tree-more", requests=len(steps) - step.number + 1)
        if sum(len(line) + 1 for line in (*lines, left)) > MESSAGE_LIMIT:
            lines[-1] = left
            break
    return "\n".join(lines)


def _step_line(step: Step) -> str:
    change = harmless(tree_words(step), _LINE_PROMPT)
    number, parents = f"#{step.number}", listed([f"#{one}" for one in step.parents])
    if not step.is_told:
        return _say("tree-line-kept", number=number, words=change)
    who = person(step.job.origin.user_id)
    return _say("tree-line", number=number, derived=bool(parents), parents=parents, change=change, person=who)


def tree_alt_text(pictures: int) -> str:
    """Describe a tree for people who cannot see it; who asked for what stands in its message."""
    return _say("tree-alt", pictures=pictures)
