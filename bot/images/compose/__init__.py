"""Pictures put together: a change laid into the original, an original laid on a larger canvas."""
