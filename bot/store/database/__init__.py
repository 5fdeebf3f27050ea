"""The database itself, SQLite or PostgreSQL, and what any feature builds its tables and statements with.

It hands out `Database`, whose address `database_url` completes (`FILE_NAME` is its file), the `Processes` that share
it, `Notices` between them, and its `clock`; `lock_data_dir` (a `Lock`) and `private_files` keep the data folder, and
`inspection` looks at tables from outside (`inspect_database`). To the engine: its `session_timeouts`. To the features
of the store: `metadata`, `build_inserts`, `build_upserts`, `advisory_locks` (`take_lock`), `batches` of what is
deleted, and `spread` over time.
"""
