"""Pictures that a message shows in an embed and that lie on Discord's own CDN, as if they were attached to it."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import discord
from yarl import URL

DISCORD_HOSTS = ("cdn.discordapp.com", "media.discordapp.net")
"""Where Discord serves attachments from; its API reference, "CDN" and "Attachment Object"."""

_ATTACHMENT = re.compile(r"/(?:ephemeral-)?attachments/[^/]+/(?P<id>[0-9]{1,20})/[^/]+")
_PUBLIC = re.compile(
    r"/(?:avatars|banners|icons|splashes|discovery-splashes|emojis|stickers|guilds|guild-events|role-icons|app-icons)"
    r"/(?:[^/]+/)*?(?P<id>[0-9]{1,20})(?:/[^/]+)*\.(?:png|jpe?g|webp|gif|avif)"
)
"""What bots show of people, servers and emoji; its API reference, "CDN Endpoints"."""


def embedded_pictures(message: discord.Message) -> list[discord.Attachment]:
    """List what the embeds of a message show, or of one that it forwards, and lies on Discord's CDN, each once.

    Its size is not known. What lies elsewhere is a link, and left out.
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
    """Name a picture by its path, whatever its host and signature; None for an address of something else."""
    try:
        url = URL(address)
    except ValueError:
        return None
    is_there = url.scheme == "https" and url.host in DISCORD_HOSTS and _match(url) is not None
    return url.path if is_there else None


def _match(url: URL) -> re.Match[str] | None:
    return _ATTACHMENT.fullmatch(url.path) or _PUBLIC.fullmatch(url.path)


def _attachment(message: discord.Message, address: str) -> discord.Attachment:
    """Make what discord.py makes of an attachment; what gives it its connection is this module's one private touch."""
    url = URL(address)
    match = _match(url)
    data: Any = {
        "id": match["id"] if match else 0,
        "size": 0,
        "filename": url.name,
        "url": address,
        "proxy_url": address,
    }
    return discord.Attachment(data=data, state=message._state)  # noqa: SLF001
