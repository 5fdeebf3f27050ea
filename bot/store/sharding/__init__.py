"""Who holds which shard of Discord's gateway, and when the next session may be started.

It knows the database's own package and the domain, and no other feature of the store.
"""
