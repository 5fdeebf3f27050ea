"""Azure OpenAI: https://learn.microsoft.com/azure/ai-foundry/openai/reference, read 2026-11-27."""

from http import HTTPStatus

from bot.domain.errors import AccountBlocked, ContentRefused, ModelUnknown, OutOfMoney
from bot.proxy.profiles.preset import SEED, Preset, Probe
from bot.proxy.rules import ASKED_WRONG, FAILED, Rule, words

API_VERSION = "2025-04-01-preview"
"""The version that Azure's reference documents `images/edits` and streaming with."""

_DOCS = "Azure OpenAI's reference, 2026-11-27"

RULES = (
    Rule(
        error=AccountBlocked,
        statuses=(HTTPStatus.FORBIDDEN,),
        says=words(r"(?:resource|subscription|account).{0,60}blocked", r"blocked.{0,80}content.?policy"),
        seen=_DOCS,
    ),
    Rule(
        error=ContentRefused,
        names=words(r"content_?filter\b", r"responsible_?ai_?policy_?violation", r"content_?safety_?violation"),
        seen=f"{_DOCS}; MAI models",
    ),
    Rule(
        error=ContentRefused,
        statuses=FAILED,
        says=words(r"content management policy", r"responsibleaipolicyviolation", r"content_safety_violation"),
        seen=_DOCS,
    ),
    Rule(error=ModelUnknown, names=words(r"deployment_?not_?found"), seen=_DOCS),
    Rule(
        error=ModelUnknown,
        statuses=ASKED_WRONG,
        says=words(r"operation does not work with the specified model"),
        seen="Azure OpenAI on a deployment of another kind of model, in its Q&A, 2026-11-28",
    ),
    Rule(
        error=OutOfMoney,
        statuses=(HTTPStatus.FORBIDDEN,),
        says=words(r"out of call volume quota"),
        seen="Azure API Management's quotas, 2026-11-28",
    ),
)

PRESET = Preset(
    needs_key=True,
    omitted=SEED,
    auth_header="api-key",
    auth_scheme="",
    deployments=True,
    lists_models=False,
    mask_applies_to_first=True,
    # Its reference of the images operations has `user` alone.
    person_field="user",
    probe=Probe.REFUSED,
    rules=RULES,
)
