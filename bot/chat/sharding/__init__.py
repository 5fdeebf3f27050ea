"""The shards of Discord's gateway that this process hears, and how it shares them with other processes.

It hands out `ShardKeeper`, and `ShardStanding`, which says how its shards stand.
"""
