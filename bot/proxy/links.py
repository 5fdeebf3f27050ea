"""Pictures that an answer points to in place of holding them."""

import pybase64
from yarl import URL

from bot.proxy.scan import Unreadable
from bot.proxy.transport import Transport

PICTURE_LIMIT_BYTES = 64 * 2**20
"""The longest picture that is fetched; 3840x2160 pixels of noise in RGBA are 33 MB."""

_REDIRECTS = 5
_DATA = "data:"


async def fetch_picture(transport: Transport, address: str, *, base_url: str) -> bytes:
    """Get a picture from an `http:`, `https:` or `data:` address; one without a host is the provider's.

    The key is sent to the provider's own scheme, host and port alone, redirects included.

    Raises:
        Unreadable: another kind of address, too many redirects, or over the limit.
        AttemptFailed: the host did not give it.
    """
    if address[: len(_DATA)].lower() == _DATA:
        return _from_data_url(address)
    url = _parse(address, URL(base_url))
    for _ in range(_REDIRECTS + 1):
        async with transport.request("GET", url) as answer:
            if answer.redirects_to is not None:
                url = _parse(str(answer.redirects_to), url)
                continue
            if not answer.is_good:
                raise await answer.failure()
            data = await answer.read(PICTURE_LIMIT_BYTES + 1)
        if len(data) > PICTURE_LIMIT_BYTES:
            raise Unreadable(f"a picture over {PICTURE_LIMIT_BYTES} bytes")
        return data
    raise Unreadable("too many redirects")


def _parse(address: str, base: URL) -> URL:
    try:
        url = base.join(URL(address))
    except ValueError as error:
        raise Unreadable("a picture's address cannot be read") from error
    if url.scheme not in {"http", "https"} or not url.host:
        raise Unreadable(f"a picture at an address of the kind {url.scheme!r}")
    return url


def _from_data_url(address: str) -> bytes:
    head, comma, text = address.partition(",")
    if not comma or not head.lower().endswith(";base64"):
        raise Unreadable("a data: address without base64")
    try:
        return pybase64.b64decode(text, validate=True)
    except ValueError as error:
        raise Unreadable(f"bad base64: {error}") from error
