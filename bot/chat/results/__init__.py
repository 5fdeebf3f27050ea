"""What can be done with a result: its buttons, /history, /tree, the Apps menu."""
