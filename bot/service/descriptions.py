"""What a picture shows, for people who cannot see it: the words that it was made from, back to its original's."""

from bot.domain.job import Job
from bot.store.jobs.lineage import Lineage

STEPS_AT_MOST = 8
"""As many changes as a description has room for."""


async def load_words_before(lineage: Lineage, job: Job) -> tuple[str, ...]:
    """Load the prompts that led to the picture which a job began with, the original's first.

    They are there while the same person asked, in the same channel, and for answers that no more people saw: nobody
    reads in a description what they could not read before, and whoever is forgotten takes their words along.

    Raises:
        StoreUnavailable: the database does not answer.
    """
    if job.before is None or job.before.parent is None:
        return ()
    by_id = {one.id: one for one in await lineage.ancestors(job.id, limit=STEPS_AT_MOST)}
    words: list[str] = []
    step = job
    while step.before is not None and step.before.parent is not None:
        parent = by_id.get(step.before.parent.job_id)
        if parent is None or parent.is_deleted or not _was_seen_by_all(parent, job):
            return ()
        words.insert(0, parent.prompt)
        step = parent
    return tuple(words)


def _was_seen_by_all(parent: Job, job: Job) -> bool:
    """Say whether all who see a job's answer saw that of its parent, which the same person asked for."""
    before, now = parent.origin, job.origin
    same = (before.user_id, before.channel_id) == (now.user_id, now.channel_id)
    return same and (now.private or not before.private)
