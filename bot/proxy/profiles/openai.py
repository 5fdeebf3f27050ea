"""OpenAI: https://developers.openai.com/api/docs/guides/error-codes and the client's types 3.57.0, read 2026-11-27."""

from http import HTTPStatus

from bot.domain.errors import (
    BrokenImage,
    ContentRefused,
    ModelUnknown,
    OptionNotOffered,
    OrganizationUnverified,
    OutOfMoney,
    PromptTooLongForModel,
)
from bot.proxy.profiles.preset import SEED, Preset, Probe
from bot.proxy.rules import ASKED_WRONG, FAILED, Rule, words

_DOCS = "OpenAI's guide to error codes, 2026-11-27"

RULES = (
    Rule(
        error=OutOfMoney,
        names=words(
            "insufficient_quota",
            "credit_balance_exhausted",
            "billing_hard_limit_reached",
            "billing_not_active",
            r"\w*_(?:spend|usage)_limit_exceeded",
        ),
        seen=_DOCS,
    ),
    Rule(
        error=OutOfMoney,
        statuses=FAILED,
        says=words(
            "exceeded your current quota",
            "billing hard limit has been reached",
            "account is not active, .{0,40}billing",
        ),
        seen=_DOCS,
    ),
    Rule(
        error=OrganizationUnverified,
        statuses=ASKED_WRONG,
        says=words(r"organization must be verified"),
        seen="OpenAI's guide to error codes, 2026-11-27; through LiteLLM 1.108.7, ran 2026-11-28",
    ),
    Rule(error=ContentRefused, names=words("moderation_blocked", r"content_?policy_?violation"), seen=_DOCS),
    Rule(
        error=ContentRefused,
        statuses=FAILED,
        says=words(
            r"rejected (?:by|as a result of) (?:the|our) safety system",
            r"safety_violations?\b",
            r"contentpolicyviolation",
            r"content_policy_violation",
            r"moderation_blocked",
        ),
        seen="OpenAI's guide to image generation, 2026-11-27; through LiteLLM 1.108.7 without its code, ran 2026-11-28",
    ),
    Rule(
        error=OptionNotOffered,
        statuses=ASKED_WRONG,
        says=words(r"transparent background.{0,40}not supported", r"invalid value: '?transparent\b"),
        seen="gpt-image-2 since 2026-09-30, a reseller's measurement; OpenAI's validation of choices, 2026-11-27",
    ),
    Rule(error=ModelUnknown, names=words(r"model_?not_?found", "invalid_model"), seen=_DOCS),
    Rule(
        error=ModelUnknown,
        statuses=ASKED_WRONG,
        says=words(
            r"not allowed to (?:sample from|use) (?:this|the) model", r"(?:no|not have) access to (?:the )?model"
        ),
        seen="OpenAI's and new-api's words for keys and projects without a model, as people quote them, 2026-11-28",
    ),
    Rule(
        error=ModelUnknown,
        statuses=ASKED_WRONG,
        says=words(r"\bmodel\b.{0,100}(?:not found|does not exist)"),
        seen=_DOCS,
    ),
    Rule(
        error=PromptTooLongForModel,
        statuses=ASKED_WRONG,
        names=words("string_above_max_length"),
        param=words("^prompt$"),
        seen="the wording of OpenAI's validation of strings, 2026-11-27",
    ),
    Rule(
        error=PromptTooLongForModel,
        statuses=ASKED_WRONG,
        says=words(
            r"'prompt': string too long",
            r"contextwindowexceeded",
            r"\bprompt\b.{0,60}(?:too long|maximum (?:context )?length|exceeds)",
        ),
        seen="OpenAI's validation of strings, through LiteLLM 1.108.7, ran 2026-11-28",
    ),
    Rule(
        error=BrokenImage,
        statuses=ASKED_WRONG,
        names=words(r"invalid_(?:mask_)?image", "image_parse_error", "unsupported_image"),
        seen=_DOCS,
    ),
    Rule(
        error=BrokenImage,
        statuses=ASKED_WRONG,
        says=words(
            r"invalid (?:mask|input) image",
            r"invalid_mask_image_format",
            r"invalid image file or mode",
            r"uploaded (?:image|mask|file) must be",
            r"\bmask\b.{0,40}(?:must|should) (?:have|be|match).{0,40}(?:dimension|size|resolution)",
        ),
        seen="OpenAI's edits, through LiteLLM 1.108.7 without param, ran 2026-11-28; older ones in its forum",
    ),
    Rule(
        error=ModelUnknown,
        statuses=(HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY),
        param=words("^model$"),
        seen=_DOCS,
    ),
)

PRESET = Preset(
    base_url="https://api.openai.com/v1",
    needs_key=True,
    omitted=SEED,
    # OpenAI's description of createImageEdit says that a mask is for the first of several pictures.
    mask_applies_to_first=True,
    probe=Probe.REFUSED,
    rules=RULES,
)
