"""Text from outside that both databases can hold, and that can be written in UTF-8."""


def to_plain_text(text: str, *, limit: int | None = None) -> str:
    """Replace what there is no way to store or to send, NUL and lone surrogates, with U+FFFD, and cut at `limit`."""
    plain = text[:limit].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return plain.replace("\0", "\ufffd")
