"""Moderation: reports and their cases, mutes, and the log of what moderators did.

It hands out `Reports`, `Mutes` and `Audit`; within the store also `record`, by which others put an entry into that log.
"""
