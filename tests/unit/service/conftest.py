"""The same databases as the store's own tests have."""

from tests.unit.store.conftest import database, job_expiry, jobs, ledger, sqlite_template, url

__all__ = ["database", "job_expiry", "jobs", "ledger", "sqlite_template", "url"]
