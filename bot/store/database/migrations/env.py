"""Run by Alembic: hands it the connection that `bot.store.database.migrate` has opened."""

from alembic import context

from bot.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
