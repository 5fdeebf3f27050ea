"""The messages that show pictures of ours: by them a picture is known that somebody points at."""

from dataclasses import dataclass

from sqlalchemy import BigInteger, Connection, Integer, bindparam, delete, select

from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.database.metadata import Id
from bot.store.jobs.tables import jobs, posts


@dataclass(frozen=True, slots=True)
class Post:
    """A message of ours, and which pictures of a job are in it: from `first_place` to `last_place`, counted from 1."""

    message_id: int
    channel_id: int
    job_id: int
    first_place: int
    last_place: int


# Out of the job's own row, held for so long: one that is deleted meanwhile has no posts, and that is no mistake.
_RECORD = build_upserts(
    posts,
    rows=select(
        bindparam("of_message", type_=Id),
        bindparam("in_channel", type_=BigInteger),
        jobs.c.id,
        bindparam("first", type_=Integer),
        bindparam("last", type_=Integer),
    )
    .where(jobs.c.id == bindparam("job"))
    .with_for_update(read=True, key_share=True),
)
_FIND = select(posts).where(posts.c.message_id == bindparam("message"))
_OF_JOB = select(posts).where(posts.c.job_id == bindparam("job")).order_by(posts.c.message_id.desc())
_REMOVE = delete(posts).where(posts.c.message_id == bindparam("message"))


class Posts:
    """The posts of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, post: Post) -> None:
        """Record what a message shows, in place of what it showed; nothing where the job is not kept any more."""
        await self._database.write(lambda connection: record(connection, post))

    async def find(self, message_id: int) -> Post | None:
        """Find what a message shows; None for one that shows nothing of ours."""

        def work(connection: Connection) -> Post | None:
            row = connection.execute(_FIND, {"message": message_id}).mappings().one_or_none()
            return None if row is None else Post(**row)

        return await self._database.read(work)

    async def of_job(self, job_id: int) -> tuple[Post, ...]:
        """List the messages that show pictures of a job, newest first."""
        return await self._database.read(
            lambda connection: tuple([Post(**row) for row in connection.execute(_OF_JOB, {"job": job_id}).mappings()])
        )

    async def remove(self, message_id: int) -> None:
        """Record that a message is gone."""
        await self._database.write(lambda connection: connection.execute(_REMOVE, {"message": message_id}))


def record(connection: Connection, post: Post) -> None:
    """Record what a message shows, in place of what it showed; nothing where the job is not kept any more."""
    values = {
        "of_message": post.message_id,
        "in_channel": post.channel_id,
        "job": post.job_id,
        "first": post.first_place,
        "last": post.last_place,
    }
    connection.execute(_RECORD[connection.dialect.name], values)
