"""Every table of every feature: whoever imports this has all of them in the one metadata."""

from bot.store.blobs import tables as blob_tables
from bot.store.commands import tables as command_tables
from bot.store.database import tables as database_tables
from bot.store.gallery import tables as gallery_tables
from bot.store.jobs import tables as job_tables
from bot.store.messages import tables as message_tables
from bot.store.moderation import tables as moderation_tables
from bot.store.money import tables as money_tables
from bot.store.people import tables as people_tables
from bot.store.server import tables as server_tables
from bot.store.sharding import tables as sharding_tables

DECLARED_IN = (
    blob_tables,
    command_tables,
    database_tables,
    gallery_tables,
    job_tables,
    message_tables,
    moderation_tables,
    money_tables,
    people_tables,
    server_tables,
    sharding_tables,
)
