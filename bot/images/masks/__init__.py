"""Any mask to the one that the API wants, and the ways to say which part of a picture changes."""
