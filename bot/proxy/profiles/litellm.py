"""LiteLLM's proxy: bodies of 1.108.7, which was run on 2026-11-27 and 28."""

from http import HTTPStatus

from bot.domain.errors import EditsNotOffered, KeyRejected, ModelUnknown, OutOfMoney, ProviderDown
from bot.proxy.fields import STREAM_FIELDS
from bot.proxy.profiles.preset import SEED, Preset, Probe
from bot.proxy.retry import Kind
from bot.proxy.rules import ASKED_WRONG, FAILED, Rule, words

_RAN = "LiteLLM 1.108.7, ran 2026-11-28"

RULES = (
    Rule(error=OutOfMoney, names=words("budget_exceeded"), seen=_RAN),
    Rule(
        error=OutOfMoney,
        statuses=FAILED,
        says=words(r"budget has been exceeded", r"exceeded ?budget", r"crossed budget"),
        seen="LiteLLM's budgets of keys, teams and users, 2026-11-27",
    ),
    Rule(error=ModelUnknown, names=words(r"\w*model_access_denied"), seen=_RAN),
    Rule(error=ModelUnknown, statuses=ASKED_WRONG, says=words(r"invalid model name passed in"), seen=_RAN),
    Rule(
        error=ModelUnknown,
        statuses=ASKED_WRONG,
        says=words(r"llm provider not provided"),
        seen="LiteLLM's get_llm_provider, for a name that no provider is known by, 2026-11-28",
    ),
    Rule(error=KeyRejected, names=words("expired_key", "token_not_found_in_db"), seen="LiteLLM's auth, 2026-11-28"),
    # Without a database it knows its master key alone, and says this of any other.
    Rule(
        error=KeyRejected,
        statuses=(HTTPStatus.BAD_REQUEST,),
        names=words("no_db_connection"),
        seen=_RAN,
    ),
    Rule(error=KeyRejected, statuses=(HTTPStatus.BAD_REQUEST,), says=words(r"^\W*no connected db"), seen=_RAN),
    Rule(
        error=EditsNotOffered,
        statuses=FAILED,
        says=words(r"image edit(?:s|ing)? (?:is|are) not supported"),
        seen=_RAN,
    ),
)

KEYLESS_RULES = (
    Rule(
        error=KeyRejected,
        statuses=(HTTPStatus.INTERNAL_SERVER_ERROR,),
        says=words(r"^internal server error$"),
        keyless=True,
        seen=_RAN,
    ),
)
"""Of LiteLLM alone: with any other server these words mean what they say."""

LAST_RULES = (
    # It may have failed with what the server behind it had drawn, under whatever name it is asked.
    Rule(
        error=ProviderDown,
        kind=Kind.LOST,
        statuses=(HTTPStatus.INTERNAL_SERVER_ERROR,),
        says=words(r"\blitellm\.\w+"),
        seen=_RAN,
    ),
)
"""After those of all others: what it says of a refusal or of money counts first."""

PRESET = Preset(
    # Asked to stream, it fails after the server behind it has drawn: pictures are paid for and none comes.
    # Its edits know a list of fields, and what is not on it is lost without a word.
    omitted=SEED | STREAM_FIELDS | {"markup"},
    streams_never=True,
    forwards=True,
    rate_limit_attempts=5,
    probe=Probe.REFUSED,
    rules=RULES,
)
