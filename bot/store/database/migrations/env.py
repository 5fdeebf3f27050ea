"""Run by Alembic: hands it the connection that `bot.store.database.migrate` has opened.

Of the metadata the migrations take the names of constraints and indexes. No tables need to be in it: nothing is
generated from them.
"""

from alembic import context

from bot.store.database.metadata import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
