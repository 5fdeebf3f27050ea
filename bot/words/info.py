"""The words of Picture info, and of the tree."""

from collections.abc import Mapping, Sequence

from bot.domain.job import Job, count_files, find_markup
from bot.domain.masked_edits import MaskedEdits
from bot.domain.money import Cost
from bot.domain.request import NO_PICTURES
from bot.words import conversation as conversation_words
from bot.words.amounts import price
from bot.words.escaping import harmless, plain, shorten
from bot.words.results import rendition_words

INFO = {
    "title": "Picture info",
    "parents": "Made from",
    "tree": "Tree",
    "back": "Back to…",
}
TREE_PRIVATE = "private"
DELETED = "deleted"
"""In the place of words that are gone."""

_PROMPT_LIMIT = 1500
_LINE_PROMPT = 40
_OPTION_LABEL, _OPTION_DESCRIPTION = 100, 100
"""Characters; Discord's component reference, "Select Option Structure"."""
_CHOICE = 100
_FIELD_LIMIT = 1024
"""Characters; Discord's API reference, "Embed Limits"."""


def info_prompt(prompt: str) -> str:
    """Show a prompt at length."""
    return harmless(prompt, _PROMPT_LIMIT)


def info_fields(job: Job, *, free: bool) -> list[tuple[str, str]]:
    """Name what a job was asked for and what came of it."""
    options = job.options
    cost = "free" if free and not job.is_server_paid else price(job.cost or Cost(None))
    fields = [
        ("By", f"<@{job.origin.user_id}> <t:{int(job.created_at.timestamp())}:R>"),
        ("Model", harmless(options.model, 60)),
        ("Quality", harmless(job.quality or options.quality, 20)),
        ("Size", harmless(job.size or options.size, 20)),
        ("Background", options.background.value),
        ("Format", options.output_format.value),
        ("Pictures", str(len(job.pictures) or options.n)),
        ("Seed", "of its own" if options.seed is None else str(options.seed)),
        ("Cost", cost),
    ]
    if (shown := rendition_words(job)) is not None:
        fields.append(("Shown", shown if job.shown is MaskedEdits.AS_DRAWN else f"exact: {shown}"))
    if options.task is not None:
        fields.append(("Task", conversation_words.TASKS[options.task]))
    if options.aspect is not None:
        fields.append(("Aspect", harmless(options.aspect, 20)))
    if job.failure is not None:
        fields.append(("State", "failed"))
    return fields


def ancestor_lines(job: Job, ancestors: Sequence[Job], links: Mapping[int, str | None]) -> str:
    """List what a job was made from, the nearest first, as far as its viewer may see it."""
    uploads = sum(file.parent is None and file.label not in NO_PICTURES for file in job.files)
    lines = []
    if uploads:
        lines.append("- 1 picture of the asker's" if uploads == 1 else f"- {uploads} pictures of the asker's")
    if count_files(job.files)[1]:
        lines.append("- with a mask: only a part was to be painted anew")
    if find_markup(job.files):
        lines.append("- with marks over the picture, which were followed")
    for one in ancestors:
        prompt = DELETED if one.is_deleted else harmless(one.prompt, _LINE_PROMPT)
        link = links.get(one.id)
        entry = f"- {prompt} by <@{one.origin.user_id}>{f' ([look]({link}))' if link else ''}"
        if sum(len(line) + 1 for line in (*lines, entry)) > _FIELD_LIMIT:
            break
        lines.append(entry)
    return "\n".join(lines) or "- pictures that are private or not kept any more"


def step_back(steps: int, place: int, places: int) -> str:
    """Name an ancestor by how far back it is."""
    which = f", picture {place} of {places}" if places > 1 else ""
    return shorten(f"{steps} step{'' if steps == 1 else 's'} back{which}", _OPTION_LABEL)


def step_prompt(prompt: str) -> str:
    """Describe an ancestor by its prompt; a select shows it as it is."""
    return shorten(plain(prompt), _OPTION_DESCRIPTION) or "…"


def tree_choice(prompt: str) -> str:
    """Name a picture of one's own in the list to choose from."""
    return shorten(plain(prompt), _CHOICE) or "…"


def tree_words(job: Job, *, seen: bool) -> str:
    """Say on a card of the tree what was asked for, where its viewer may see it."""
    if job.is_deleted:
        return DELETED
    return job.prompt if seen else TREE_PRIVATE


def tree_title(job: Job) -> str:
    """Head a card of the tree."""
    return f"{job.created_at:%b} {job.created_at.day}"


def tree_text(pictures: int) -> str:
    """Head a tree."""
    if pictures == 1:
        return "This picture came from none of Easel's, and none came from it so far. Reply to it with a change."
    return f"The family of this picture, {pictures} requests in all; the framed one is where you are."


def tree_alt_text(pictures: int) -> str:
    """Describe a tree for people who cannot see it; its words are in Picture info."""
    return f"A tree of {pictures} pictures, each above those that were made from it."
