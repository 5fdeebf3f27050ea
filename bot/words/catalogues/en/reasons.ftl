### Why requests came to nothing: each stands after a number, as in "3 over a budget".

reason-invalid-request = with something that does not work
reason-not-allowed = where I may not post
reason-budget-spent = over a budget
reason-queue-full = while the queue was full
reason-too-many-jobs = by someone with too many open
reason-storage-down = while the database was down
reason-server-key-unreadable = with a key of this server that I cannot read
reason-server-key-changed = with a key of this server that was changed meanwhile
reason-not-for-you = by someone who may not
reason-not-yours = for pictures of another person
reason-closed-here = where it is not open
reason-muted = by someone who is muted
reason-word-refused = with a word that is refused here
reason-edits-forbidden = for pictures that others may not edit
reason-content-refused = refused by the provider's safety system
reason-rate-limited = while the images service had too much to do
reason-provider-down = while the images service was down
reason-provider-timed-out = that the images service did not finish in time
reason-provider-misconfigured = that the images service did not take
reason-out-of-money = while the account at the images service was empty
reason-bad-answer = with an answer that held no picture
reason-cancelled = cancelled
reason-stopped = cut off by a restart or a mistake of mine
reason-otherwise = for another reason
