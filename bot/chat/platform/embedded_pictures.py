"""Pictures that a message shows in an embed and that lie on Discord's own CDN, as the attachments that they are."""

from collections.abc import Iterable, Iterator
from typing import Any

import discord
from yarl import URL

DISCORD_HOSTS = ("cdn.discordapp.com", "media.discordapp.net")
"""Where Discord serves attachments from; its API reference, "CDN" and "Attachment Object"."""

_FOLDERS = ("attachments", "ephemeral-attachments")
_PATH_PARTS = 5
"""`/attachments/<channel>/<attachment>/<name>`; the first part is the root."""


def embedded_pictures(message: discord.Message) -> list[discord.Attachment]:
    """List the attachments of any message that the embeds of a message show, or of one that it forwards, each once.

    Their sizes are not known. What lies elsewhere is a link, and left out.
    """
    attached = {_path(one.url) for one in message.attachments}
    forwarded = [one for snapshot in message.message_snapshots for one in snapshot.embeds]
    found: dict[str, discord.Attachment] = {}
    for url in _addresses((*message.embeds, *forwarded)):
        path = _path(url)
        if path is not None and path not in attached and path not in found:
            found[path] = _attachment(message, url)
    return list(found.values())


def _addresses(embeds: Iterable[discord.Embed]) -> Iterator[str]:
    for embed in embeds:
        # A link to a picture is shown as the thumbnail of an embed of this type; any other thumbnail is an ornament.
        shown = embed.image.url or (embed.thumbnail.url if embed.type == "image" else None)
        if shown:
            yield shown


def _path(address: str) -> str | None:
    """Name an attachment by its path, whatever its host and signature; None for an address of something else."""
    try:
        url = URL(address)
    except ValueError:
        return None
    parts = url.parts
    is_attachment = len(parts) == _PATH_PARTS and parts[1] in _FOLDERS and parts[3].isascii() and parts[3].isdigit()
    return "/".join(parts[1:]) if url.scheme == "https" and url.host in DISCORD_HOSTS and is_attachment else None


def _attachment(message: discord.Message, address: str) -> discord.Attachment:
    """Make what discord.py makes of an attachment; what gives it its connection is this module's one private touch."""
    parts = URL(address).parts
    data: Any = {"id": parts[3], "size": 0, "filename": parts[4], "url": address, "proxy_url": address}
    return discord.Attachment(data=data, state=message._state)  # noqa: SLF001
