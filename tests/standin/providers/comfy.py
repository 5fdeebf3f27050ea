"""Comfy's proxy, from its own clients (`comfy_api_nodes/util/client.py`, 0775011; its SDKs), read 2026-11-27."""

from tests.standin.providers.body import Answer, refusal

CLIENT = "Comfy's client, 0775011, 2026-11-27"


def _failed(status: int, kind: str, detail: str, **headers: str) -> Answer:
    document = {"error_type": kind, "detail": detail}
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return refusal(status, document, seen=CLIENT, headers={"X-Comfy-Error-Type": kind, **more})


NO_CREDITS = _failed(402, "insufficient_credits", "top up")
NO_CREDITS_BARE = Answer(status=402, body=b"", seen=CLIENT)
NO_CREDITS_BY_CODE = refusal(402, {"error": "payment_required", "message": "top up"}, seen=CLIENT)
IN_FLIGHT = _failed(409, "idempotency_in_flight", "still running", Retry_After_Ms="1")
KEY_CONSUMED = _failed(409, "idempotency_consumed", "this key was used")
KEY_MISMATCH = _failed(409, "idempotency_mismatch", "another body came with this key")
TOO_MANY_AT_ONCE = _failed(409, "concurrency_limit_exceeded", "too many at once", Retry_After_Ms="1")
TOO_FAST = _failed(429, "rate_limited", "slow down", Retry_After_Ms="1")
ACCOUNT_TROUBLE = refusal(409, {"message": "contact support@comfy.org"}, seen=CLIENT)
REPLAYED_FAILURE = _failed(500, "internal_error", "the model failed", Idempotent_Replayed="true")
DEADLINE = _failed(504, "deadline_exceeded", "still running")
TOKEN_EXPIRED = refusal(401, {"message": "Unauthorized"}, seen=CLIENT)
