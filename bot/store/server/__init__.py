"""What servers want, what they refused, and what their days came to.

It hands out `Servers`, `Refusals` and `ServerLedger`.
"""
