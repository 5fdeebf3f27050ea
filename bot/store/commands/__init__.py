"""Which commands are registered with Discord, so that one process registers them for all.

It hands out `RegisteredCommands`, and knows the database's own package alone.
"""
