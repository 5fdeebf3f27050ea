"""Pictures that are drawn to be looked at: `chart`, `comparison`, `contact_sheet`, `overlay` and `tree`.

They are drawn on a `canvas` of our own, with `text` in any script; a kept picture goes onto it as a `thumbnail`.
"""
