"""What must not be lost: jobs, charges, shares, blobs. The only place that imports SQLAlchemy, Alembic or obstore.

A package a feature, each with its `tables`, which `tables` here has all; they know each other one way: `database` |
`blobs`, then `money`, `jobs`, `gallery`, `moderation`, `server`, and last `retention` | `people`. `messages` and
`sharding` know `database` alone. `errors` are what any may raise.
"""
