"""The shards of Discord's gateway that this process hears, and how it shares them with other processes.

It hands out `ShardKeeper`, which the client runs in the place of what discord.py does; `fetch_limits` asks Discord for
the limits of the gateway, and `finish_handlers` lets end what events have begun.
"""
