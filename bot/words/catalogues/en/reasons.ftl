### Why requests made no picture. Each stands after a number, as in "3 over a spending limit", so it has to fit 1 as well as many.

reason-invalid-request = with invalid options or files
reason-not-allowed = where I can't post
reason-budget-spent = over a spending limit
reason-queue-full = while the queue was full
reason-too-many-jobs = over the limit of unfinished requests
reason-storage-down = while the database was down
reason-server-key-unreadable = with a server API key I can't read
reason-server-key-changed = with a server API key that was changed meanwhile
reason-not-for-you = without permission
reason-not-yours = for someone else's pictures
reason-closed-here = in a channel or for a role that isn't allowed
reason-muted = from muted people
reason-word-refused = with a blocked word
reason-edits-forbidden = for pictures others can't edit
reason-content-refused = refused by the provider's safety system
reason-rate-limited = while the provider was too busy
reason-provider-down = while the provider was down
reason-provider-timed-out = timed out at the provider
reason-provider-misconfigured = rejected by the provider
reason-out-of-money = while the account with the provider was empty
reason-bad-answer = with no picture in the provider's answer
reason-cancelled = cancelled
reason-stopped = interrupted by a restart or a fault of mine
reason-otherwise = for other reasons
