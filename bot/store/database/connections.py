"""How connections to each kind of database are set up."""

from typing import Any

from sqlalchemy import URL, Connection, make_url

THREADS = 4
"""Of one process, at a database server: with the connection of whoever leads, the engine's two and the one that listens
a process has eight connections."""
BUSY_TIMEOUT_MS = 10_000
SERVER_ARGUMENTS: dict[str, Any] = {
    "connect_timeout": 5,
    "application_name": "easel",
    # A server that vanished without a word is missed after 25 s, not after the two hours of the default.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
"""Of a connection to PostgreSQL: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS"""


def engine_options(url: URL) -> dict[str, Any]:
    """Say how a pool of connections is kept."""
    if url.get_backend_name() == "sqlite":
        return {"pool_size": 4, "max_overflow": 0}
    return {
        # One more than there are threads, for the process that leads.
        "pool_size": THREADS + 1,
        "max_overflow": 0,
        "pool_recycle": 1800,
        "connect_args": {**SERVER_ARGUMENTS, **session_timeouts(url, lock_timeout="20s")},
    }


def session_timeouts(url: URL | str, **more: str) -> dict[str, str]:
    """Give the argument by which the server ends what a process that was frozen left open, unless the address has it.

    One that was frozen in the middle of a transaction holds the others up for no longer than it may be silent.
    """
    settings = {"idle_in_transaction_session_timeout": "8s", **more}
    return (
        {}
        if "options" in make_url(url).query
        else {"options": " ".join(f"-c {name}={settings[name]}" for name in settings)}
    )


def prepare_sqlite(connection: Any, _: object) -> None:
    """Set a new connection to a SQLite file up."""
    # The transactions are begun by `begin_sqlite`: the driver's own are deferred, and two that read first and
    # write then fail with "database is locked" however long they may wait.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA foreign_keys=ON")
    # What is deleted is overwritten: https://www.sqlite.org/pragma.html#pragma_secure_delete
    cursor.execute("PRAGMA secure_delete=ON")
    # With NORMAL a power cut takes back the last commits of the WAL, and with them reservations of money:
    # https://www.sqlite.org/pragma.html#pragma_synchronous
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def begin_sqlite(connection: Connection) -> None:
    """Begin a transaction that writes at once, or another by the option `begin`: None is no transaction."""
    begin = connection.get_execution_options().get("begin", "BEGIN IMMEDIATE")
    if begin is not None:
        connection.exec_driver_sql(begin)
