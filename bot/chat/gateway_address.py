"""One address for every connection to the gateway, where the settings name one."""

from typing import Any

import yarl
from discord.gateway import DiscordWebSocket


def pin_gateway(address: str) -> None:
    """Send every connection to one address, a resumed one too, for which READY names another one."""
    url = yarl.URL(address)
    websocket: Any = DiscordWebSocket
    websocket.DEFAULT_GATEWAY = url
    websocket.gateway = property(lambda _: url, lambda _, __: None)


def is_pinned() -> bool:
    """Say whether every connection goes to the one address of `pin_gateway`."""
    return "gateway" in vars(DiscordWebSocket)
