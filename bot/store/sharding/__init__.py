"""Who holds which shard of Discord's gateway, and when the next session may be started.

It hands out `ShardLeases`, of which `ShardView` is one look, and `SessionStarts` (`SessionStartsSpent`); it knows the
database's own package and the domain, and no other feature of the store.
"""
