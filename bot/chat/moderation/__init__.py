"""Keeping a server friendly: reports and their cases, mutes, the audit log.

`reports` asks what is wrong with a shared picture; `case_messages` tells moderators about it, and `cases` takes what
they decide; `mutes` and `audit_log` are the commands of moderators. Others call `CaseMessages.show` when something
becomes of a share.
"""
