"""A page of the playground without a browser: what its script says to the server."""

import json
import uuid
from typing import Any, Self

import aiohttp

_THINKING = 1 << 7
"""Discord's message flag LOADING."""


class Visitor:
    """One open page; it believes for ever that it shows the first thing that was published."""

    def __init__(self, session: aiohttp.ClientSession, base: str, headers: dict[str, str]) -> None:
        self._session = session
        self._base = base
        self._headers = headers
        self._sequence = 0

    @classmethod
    async def open(cls, session: aiohttp.ClientSession, url: str) -> Self:
        """Open a page at the address that the playground gave."""
        base, key = url.split("/#")
        headers = {"X-Simcord-Capability": key}
        async with session.post(f"{base}/api/pages", json={}, headers=headers) as response:
            state = await response.json()
        return cls(session, base, headers | {"X-Simcord-Context": state["context"]["id"]})

    async def imagine(self, prompt: str) -> dict[str, Any]:
        """Run /imagine, and give the receipt."""
        async with self._session.get(f"{self._base}/api/commands", headers=self._headers) as response:
            entries = (await response.json())["entries"]
        command = next(entry for entry in entries if entry["invocation"] == "imagine")
        self._sequence += 1
        action = {
            "kind": "run_command",
            "command_id": command["commandId"],
            "path": command["path"],
            "schema_fingerprint": command["schemaFingerprint"],
            "options": {"prompt": prompt},
            "protocol_version": 3,
            "sequence": self._sequence,
            "request_id": str(uuid.uuid4()),
            "generation": 1,
            "bot_generation": 1,
            "published_revision": 1,
        }
        body = json.dumps(action, separators=(",", ":"))
        headers = self._headers | {"Content-Type": "application/json"}
        async with self._session.post(f"{self._base}/api/action", data=body, headers=headers) as response:
            receipt: dict[str, Any] = await response.json()
        return receipt

    async def state(self) -> dict[str, Any]:
        """Ask what is shown, as the page does twice a second."""
        async with self._session.get(f"{self._base}/api/state", headers=self._headers) as response:
            state: dict[str, Any] = await response.json()
        return state

    async def last_message(self) -> dict[str, Any]:
        """Give the newest message that is shown."""
        state = await self.state()
        message: dict[str, Any] = state["messages"][state["timeline"][-1]]
        return message

    async def wait_for_answer(self) -> dict[str, Any]:
        """Wait until the newest message is no longer in the making, without doing anything."""
        while is_open(message := await self.last_message()):
            pass
        return message

    async def picture(self, message: dict[str, Any]) -> bytes:
        """Load the first picture of a message."""
        asset = message["attachments"][0]["asset_id"]
        async with self._session.get(f"{self._base}/api/assets/{asset}", headers=self._headers) as response:
            return await response.read()


def is_open(message: dict[str, Any]) -> bool:
    """Say whether a message is an answer in the making: Discord's own sign of it, or progress with its Cancel."""
    return bool(message["flags"] & _THINKING) or '"Cancel"' in json.dumps(message["components"])
