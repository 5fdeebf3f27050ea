"""The same databases as the store's own tests have."""

from tests.unit.store.conftest import database, jobs, ledger, url

__all__ = ["database", "jobs", "ledger", "url"]
