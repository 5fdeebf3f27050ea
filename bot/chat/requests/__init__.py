"""From a command, a message, a button or a form to a queued job."""
