"""Shares, hearts, the messages that show them, and themes."""
