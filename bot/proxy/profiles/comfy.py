"""Comfy: the client of its nodes, `comfy_api_nodes/util/client.py` at commit 0775011, read 2026-11-27."""

from http import HTTPStatus

from bot.domain.errors import KeyRejected, OutOfMoney, ProviderDown, RateLimited
from bot.proxy.fields import STREAM_FIELDS
from bot.proxy.profiles.preset import SEED, Preset
from bot.proxy.retry import Kind
from bot.proxy.rules import Rule, words

_CLIENT = "Comfy's client, 0775011"
_CONFLICT = (HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY)

RULES = (
    Rule(error=OutOfMoney, names=words("insufficient_credits", "payment_required"), seen=_CLIENT),
    Rule(error=OutOfMoney, statuses=(HTTPStatus.PAYMENT_REQUIRED,), seen=_CLIENT),
    Rule(
        error=ProviderDown,
        kind=Kind.IN_FLIGHT,
        statuses=_CONFLICT,
        names=words("idempoten.*(?:in.flight|in.use|progress|process)", "(?:generation|request)_in_progress"),
        seen=_CLIENT,
    ),
    Rule(
        error=ProviderDown,
        kind=Kind.KEY_SPENT,
        statuses=_CONFLICT,
        names=words(r"idempoten\w*_(?:key_)?(?:consumed|mismatch|reuse|reused|conflict)"),
        seen=_CLIENT,
    ),
    Rule(
        error=ProviderDown,
        kind=Kind.IN_FLIGHT,
        statuses=_CONFLICT,
        says=words("idempoten.*(?:in.flight|in.use|progress|process)"),
        seen="the draft of the Idempotency-Key header, and gateways that word it so",
    ),
    Rule(
        error=RateLimited,
        kind=Kind.RATE_LIMITED,
        names=words("concurrency_limit_exceeded", "rate_limited"),
        seen=_CLIENT,
    ),
    Rule(error=KeyRejected, statuses=(HTTPStatus.FORBIDDEN,), names=words("not_enabled"), seen=_CLIENT),
)

PRESET = Preset(
    base_url="https://api.comfy.org/proxy/openai",
    needs_key=True,
    # Nothing says that its proxy streams.
    omitted=SEED | STREAM_FIELDS,
    takes_idempotency_key=True,
    # Its node sends `moderation` with edits too.
    moderates_edits=True,
    forwards=True,
    error_header="X-Comfy-Error-Type",
    credits_header="X-Comfy-Credits-Used",
    credits_per_usd=211,  # https://docs.comfy.org/interface/credits, 2026-11-27
    rate_limit_attempts=16,
    rules=RULES,
)
