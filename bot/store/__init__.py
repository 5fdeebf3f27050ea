"""What must not be lost: jobs, charges, shares, blobs. The only place that imports SQLAlchemy, Alembic or obstore.

A package a feature, each with its `tables`; they know each other one way: `database` | `blobs`, then `money`, `jobs`,
`gallery`, `moderation`, `server`, and last `retention` | `people`. `tables` has them all, `errors` what any may raise.
"""
