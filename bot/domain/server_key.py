"""A key of a server's own for an images API: everything of it but the key."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerKey:
    """The key that pays for the requests of one server.

    `id` is that of the interaction that entered it, so that another key is another id, and `user_id` who did. `tried`:
    the provider has taken it. `ciphertext` is of no use without the operator's SECRETS_KEY.
    """

    id: int
    guild_id: int
    provider: str
    user_id: int
    tried: bool
    set_at: datetime
    ciphertext: str = field(repr=False)
