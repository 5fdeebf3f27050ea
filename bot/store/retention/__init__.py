"""What is kept for how long where several features have a say: jobs that somebody shares, shares that a case bars.

It hands out `JobExpiry` and `ShareExpiry`. What lasts until a moment of its own is deleted where it is kept.
"""
