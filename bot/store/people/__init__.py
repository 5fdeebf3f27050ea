"""What is kept of a person: consents, references and drafts; and how all of it is exported and erased.

It hands out `Consents`, `References` of `Reference`, `Drafts` of `StoredDraft`, `RequestRules`, `Exports` with their
`ExportFolders`, and `Erasure` with `ErasureRequests` (`ErasureRequest`, `MessageToDelete`).
"""
