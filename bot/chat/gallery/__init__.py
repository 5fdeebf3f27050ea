"""Shared pictures: sharing, the messages that show them, /gallery, /theme, the pictures of the week.

`sharing` opens the form and takes pictures back (`Sharing`), `posting` posts them (`SharePosting`), `actions` answers
the buttons under them (`ShareActions`), `browsing` is /gallery with its `pages`, `themes` is /theme, `announcements`
posts what is due. `messages` brings what is out in line with what becomes of a share (`ShareMessages.reconcile`),
`hearts` with how it is liked (`HeartCounts.note`). `ContactSheets` draws many pictures as one, `ContactSheetMessages`
shows it, and `CopyMessages` edits any message that shows a share. To `moderation` go `SharedPictures`, the pictures as
files, and `ReportButton`, of the `buttons` that a `ShareView` has.
"""
