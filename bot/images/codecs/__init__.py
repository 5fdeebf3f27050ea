"""Image files: what they are, what of them is kept, decoded and encoded."""
