### Answers to one person alone that Discord did not take.

discord-refused = Discord did not take the answer. Try again in a moment; nothing was spent.
picture-filtered = Discord's own filter takes a picture of the answer for explicit, and lets nobody post it. Only another picture would get through; nothing was spent.
words-blocked = Discord blocks words or links of the answer here. Try it in another server or in a direct message; nothing was spent.
not-listened = Easel does not know this button any more: it is older than what runs now. Use the command again that brought it; nothing was spent.
