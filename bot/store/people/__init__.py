"""What is kept of a person: consents, references and drafts; and how all of it is exported and erased.

It hands out `Consents`, `References`, `Drafts`, `Exports`, `ErasureRequests` and `Erasure`.
"""
