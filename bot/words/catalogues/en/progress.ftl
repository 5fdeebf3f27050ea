### How far a request is, in one line of parts, and the buttons beside it.

## Buttons, at most 80 characters each

button-cancel = Cancel
button-again = Ask again

## How far it is

too-late-to-cancel = It is done already, so there was nothing left to cancel. What came of it is in the answer.
gone = Easel does not know this request any more. Use the command again.

# $before is how many requests are before this one.
waiting = { $before ->
        [0] next in the queue
       *[other] { $before } before you in the queue
    }
# $time is rounded, such as "20 s" or "3 min".
ready-in = ready in about { $time }
drawing = drawing for { $time }
usually = usually about { $time }
restarting = Easel restarts, and goes on with this by itself
short-of-time = -# This may take longer than a private answer lives. Then /history has the pictures.
