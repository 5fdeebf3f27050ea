"""Pictures that an answer points to in place of holding them."""

from yarl import URL

from bot.proxy.answers import PICTURE_LIMIT_BYTES
from bot.proxy.scan import Unreadable
from bot.proxy.secrecy import Secrets
from bot.proxy.transport import Transport

FETCH_SECONDS = 120.0
"""For one picture, further attempts included, so that one slow host does not cost the others their time."""

_REDIRECTS = 5


async def fetch_picture(
    transport: Transport, address: str, *, base_url: str, secrets: Secrets, limit_bytes: int = PICTURE_LIMIT_BYTES
) -> bytes:
    """Get a picture from an address; one without a host is the provider's.

    The key is sent to the provider's own scheme, host and port alone, redirects included.

    Raises:
        Unreadable: an address that is not followed, too many redirects, or over the limit.
        AttemptFailed: the host did not give it.
    """
    own = URL(base_url)
    url = find_url(address, own, own=own)
    for _ in range(_REDIRECTS + 1):
        async with transport.request("GET", url, secrets=secrets) as answer:
            if answer.redirects_to is not None:
                url = find_url(answer.redirects_to, url, own=own)
                continue
            if not answer.is_good:
                raise await answer.failure()
            data = await answer.read(limit_bytes + 1)
        if len(data) > limit_bytes:
            raise Unreadable(f"a picture over {limit_bytes} bytes", is_too_long=True)
        return data
    raise Unreadable("too many redirects")


def find_url(address: str, base: URL, *, own: URL) -> URL:
    """Read an address that may be relative to `base`; `own` is the provider's.

    It is https, or what the provider itself speaks. On the provider's own host it may be either, at any port: a
    server of one's own behind a proxy often does not know how it is reached.

    Raises:
        Unreadable: it cannot be read, or is of another kind.
    """
    try:
        url = base.join(URL(address))
        host, _ = url.host, url.port
    except ValueError:
        # No cause: it quotes the address, which may quote the prompt.
        raise Unreadable("a picture's address cannot be read") from None
    kinds = {"http", "https"} if host == own.host else {"https", own.scheme}
    if url.scheme not in kinds or not host:
        raise Unreadable("a picture at an address of a kind that is not followed")
    return url
