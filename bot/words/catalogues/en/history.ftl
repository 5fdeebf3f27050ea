### /history: a list of your latest requests, and its buttons.

## Buttons, at most 80 characters each

history-button-newer = Newer
history-button-older = Older
history-button-post = Post here
history-button-posting = Posting…
history-button-posted = Posted
show = Show { $place }
again = Try { $place } again
reword = Change words of { $place }

## The list

empty = You haven't made any pictures yet. Try /imagine.
nothing-older = There is nothing older.
head-newest = Your latest requests, newest first:
head-older = Your older requests:

# Each stands in a line of parts with dots between them.
state-accepting = received
state-waiting = waiting
state-preparing = starting
state-calling = drawing
state-drawn = posting
state-failing = failed
state-delivered = done
state-failed = failed
state-undeliverable = finished, but couldn't be posted
state-cancelled = cancelled
pictures = { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    }
free = free
# In place of a prompt that is gone.
deleted = deleted
