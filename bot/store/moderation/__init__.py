"""Moderation: reports and their cases, mutes, and the log of what moderators did.

It hands out `Reports` with `Decision`, `Mutes` of `Mute`, and `Audit` of `Entry` and `AuditAction`; to the features of
the store also `record`, by which they put an entry into that log.
"""
