"""What servers want, their keys, what they refused, and what their days came to.

It hands out `Servers`, `StoredKeys`, `Refusals` and `ServerLedger`.
"""
