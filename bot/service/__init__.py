"""What the bot can do, with no Discord in it."""
