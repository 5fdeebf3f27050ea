"""What is kept of a person: consents, references, drafts; and how it is exported and erased."""
