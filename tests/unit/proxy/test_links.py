"""Which addresses of pictures are followed."""

import pytest
from yarl import URL

from bot.proxy.links import find_url
from bot.proxy.scan import Unreadable

SAFE = URL("https://api.example.org/v1")
PLAIN = URL("http://box.example.org:8080/v1")


@pytest.mark.parametrize(
    ("address", "own", "found"),
    [
        ("https://files.example.net/1.png?a=b%2Fc", SAFE, "https://files.example.net/1.png?a=b%2Fc"),
        ("/1.png", SAFE, "https://api.example.org/1.png"),
        ("//files.example.net/1.png", SAFE, "https://files.example.net/1.png"),
        ("http://api.example.org:9000/1.png", SAFE, "http://api.example.org:9000/1.png"),
        ("http://files.example.net/1.png", PLAIN, "http://files.example.net/1.png"),
        ("https://files.example.net/1.png", PLAIN, "https://files.example.net/1.png"),
    ],
)
def test_https_and_what_the_provider_speaks_are_followed(address: str, own: URL, found: str) -> None:
    assert find_url(address, own, own=own) == URL(found)


@pytest.mark.parametrize(
    "address",
    [
        "http://files.example.net/1.png",
        "http://api.example.org.example.net/1.png",
        "ftp://api.example.org/1.png",
        "file:///etc/hostname",
        "data:image/png,plain",
        "https://[",
        "https://[::1",
        "https://a:port/",
        "https://a:99999/",
        "https://\udcff\ud800/",
        "http://[v1.x]:[/",
    ],
)
def test_another_kind_of_address_is_not_followed(address: str) -> None:
    with pytest.raises(Unreadable, match="address"):
        find_url(address, SAFE, own=SAFE)
