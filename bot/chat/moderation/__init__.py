"""Keeping a server friendly: reports and their cases, mutes, the audit log.

`reports` asks what is wrong with a shared picture (`ReportForms`); `case_messages` tells moderators about it, and
`cases` takes what they decide (`Cases`); `mutes` and `audit_log` are the commands of moderators (`MuteCommands`,
`AuditLog`). Others call `CaseMessages.show` when something becomes of a share.
"""
