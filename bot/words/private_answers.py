"""The words for answers to one person alone that Discord did not take."""

DISCORD_REFUSED = "Discord did not take the answer. Try again in a moment; nothing was spent."
PICTURE_FILTERED = (
    "Discord's own filter takes a picture of the answer for explicit, and lets nobody post it. "
    "Only another picture would get through; nothing was spent."
)
WORDS_BLOCKED = (
    "Discord blocks words or links of the answer here. Try it in another server or in a direct message; "
    "nothing was spent."
)
NOT_LISTENED = (
    "Easel does not know this button any more: it is older than what runs now. "
    "Use the command again that brought it; nothing was spent."
)
