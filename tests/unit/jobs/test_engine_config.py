"""What the engine's own connections to PostgreSQL have in common with Easel's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url

from bot.jobs.engine_config import build_config
from bot.store.database.connections import engine_options

if TYPE_CHECKING:
    from tests.standin.postgres import PostgresServer


@pytest.mark.postgresql
@pytest.mark.parametrize("whose", ["the engine's", "Easel's"])
def test_what_a_frozen_process_has_locked_is_free_when_it_may_be_missed(server: PostgresServer, whose: str) -> None:
    url = server.empty_database()
    arguments = (
        engine_options(make_url(url)) if whose == "Easel's" else build_config(url, executor="it")["db_engine_kwargs"]
    )
    assert arguments is not None
    engine = create_engine(url, connect_args=arguments["connect_args"])
    with engine.connect() as connection:
        shown = connection.exec_driver_sql("SHOW idle_in_transaction_session_timeout").scalar_one()
    engine.dispose()
    assert shown == "8s"
