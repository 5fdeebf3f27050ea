"""Worker processes: what opens a file that came from elsewhere runs in one, so that the worst file costs no more.

`process` is the bot's side, `worker` the other one, and `messages` what passes between them: our own pool, since Pebble
(5.2.3) starts all of its workers at once, never ends an idle one, wakes ten times a second, and gives up as a whole
when a worker dies that has nothing to do.
"""
