### How far a request is, in one line of parts, and the buttons beside it.

## Buttons, at most 80 characters each

button-cancel = Cancel
button-again = Try again
button-reword = Change words

## How far it is

too-late-to-cancel = It's already finished, so there is nothing to cancel. See the answer.
gone = I no longer have this request. Use the command again.

# $before is how many requests are ahead of this one.
waiting = { $before ->
        [0] next in the queue
       *[other] { $before } ahead of you in the queue
    }
# $time is rounded, such as "20 s" or "3 min".
ready-in = ready in about { $time }
drawing = drawing for { $time }
usually = usually about { $time }
restarting = Easel is restarting and will continue by itself
# $when is "in a moment" below, or a moment such as "in 20 seconds".
busy = the image provider is busy; I continue { $when }
soon = in a moment
short-of-time = -# This may take too long for a private answer. If so, get the pictures from /history.
