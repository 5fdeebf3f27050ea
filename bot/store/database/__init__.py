"""The database itself, SQLite or PostgreSQL, and what any feature builds its tables and statements with.

It hands out `Database`, whose address `database_url` completes, the `Processes` that share it, `lock_data_dir` and
`inspect_database`; to the features of the store: `metadata`, `build_inserts`, `build_upserts`, `take_lock`.
"""
