"""Text that both databases can hold."""


def to_storable(text: str) -> str:
    """Replace what PostgreSQL has no room for, NUL and lone surrogates, with U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "\ufffd")
