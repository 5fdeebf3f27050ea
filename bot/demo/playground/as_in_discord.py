"""Where simcord's Preview differs from Discord in what it shows: mentions in embeds, and selects that were changed.

simcord does not promise that its inside stays as it is; the version is pinned, and tests hold this.
"""

import json
import zlib
from collections.abc import Mapping
from typing import Any

from simcord.enums import ComponentType
from simcord.preview import Preview, _action_plans, _component_projection, _markdown, _pages

from bot.demo.playground.cdn import FILE_BYTES, RecentFiles

_AVATAR_BYTES = 2**20
_SELECTS = frozenset(
    {
        ComponentType.STRING_SELECT,
        ComponentType.USER_SELECT,
        ComponentType.ROLE_SELECT,
        ComponentType.MENTIONABLE_SELECT,
        ComponentType.CHANNEL_SELECT,
    }
)
_key_by_place = _component_projection._control_key  # noqa: SLF001
_key_in_message = _action_plans._component_key  # noqa: SLF001


def show_as_in_discord(preview: Preview, files: RecentFiles) -> None:
    """Amend a Preview, before it is entered, so that it shows what Discord would, with the files of its Discord.

    - Discord shows names of people, roles, channels and commands in the texts of embeds too.
    - A select that a message is edited to is another one, even in the same place: what was chosen in the last one says
      nothing about it.
    - The Preview may hold as many files as there are. It finds out at each publication whether they are still the same
      ones, for which these already know their digests: 0.2 s for 100 MB otherwise.
    """
    for text in ("embed_description", "embed_field_value"):
        _markdown._FIELD_POLICIES[text].update(mentions=True, commands=True)  # noqa: SLF001
    _component_projection._control_key = _control_key  # noqa: SLF001
    _action_plans._component_key = _component_key  # noqa: SLF001
    preview._MAX_MEDIA_BYTES = FILE_BYTES + _AVATAR_BYTES  # type: ignore[misc] # noqa: SLF001 - a constant to simcord
    _pages.hashlib = files  # type: ignore[assignment, attr-defined]


def _control_key(scope: str, component: Mapping[str, Any], path: str) -> str | None:
    return _with_choices(_key_by_place(scope, component, path), component)


def _component_key(component: Mapping[str, Any], path: str, message_id: int) -> str | None:
    return _with_choices(_key_in_message(component, path, message_id), component)


def _with_choices(key: str | None, component: Mapping[str, Any]) -> str | None:
    if key is None or component.get("type") not in _SELECTS:
        return key
    told = json.dumps([component.get(name) for name in ("custom_id", "options", "default_values")], sort_keys=True)
    return f"{key}.{zlib.crc32(told.encode()):08x}"
