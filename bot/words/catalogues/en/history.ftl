### /history: a list of one's last requests, and its buttons.

## Buttons, at most 80 characters each

history-button-newer = Newer
history-button-older = Older
history-button-post = Post here
history-button-posting = Posting…
history-button-posted = Posted
show = Show { $place }
again = Ask again for { $place }

## The list

empty = You have not asked for a picture yet. Try /imagine.
nothing-older = There is nothing older.
head-newest = Your last requests, newest first:
head-older = Older requests of yours:

# Each stands in a line of parts with dots between them.
state-accepting = being taken in
state-waiting = waiting for its turn
state-preparing = about to be drawn
state-calling = being drawn
state-drawn = about to be posted
state-failing = failed
state-delivered = done
state-failed = failed
state-undeliverable = made, but it could not be posted
state-cancelled = cancelled
pictures = { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    }
free = free
# In place of a prompt that is gone.
deleted = deleted
