"""The database itself: its engine, threads, lock and migrations."""
