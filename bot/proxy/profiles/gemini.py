"""Gemini's endpoint in OpenAI's shape: https://ai.google.dev/gemini-api/docs/openai, read 2026-11-27."""

from http import HTTPStatus

from bot.domain.errors import ContentRefused, KeyRejected, ModelUnknown, OutOfMoney
from bot.proxy.fields import PERSON_FIELDS, STREAM_FIELDS
from bot.proxy.profiles.preset import SEED, Preset
from bot.proxy.rules import Rule, words

RULES = (
    Rule(
        error=KeyRejected,
        statuses=(HTTPStatus.BAD_REQUEST,),
        says=words(r"api key (?:not valid|expired)"),
        seen="Gemini's troubleshooting guide, 2026-11-27",
    ),
    Rule(
        error=OutOfMoney,
        statuses=(HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN),
        says=words(r"only accessible to billed users"),
        seen="Imagen at Gemini without billing, as people quote it, 2026-11-28",
    ),
    Rule(
        error=ContentRefused,
        statuses=(HTTPStatus.BAD_REQUEST,),
        says=words(r"responsible ai practices"),
        seen="Imagen's guide to responsible AI, 2026-11-28",
    ),
    Rule(
        error=ModelUnknown,
        statuses=(HTTPStatus.NOT_FOUND,),
        says=words(r"\bmodels/\S+ is not found"),
        seen="Gemini's troubleshooting guide, 2026-11-27",
    ),
)

PRESET = Preset(
    base_url="https://generativelanguage.googleapis.com/v1beta/openai",
    needs_key=True,
    # `Unknown name "quality"`; and it has no path for edits.
    omitted=SEED | STREAM_FIELDS | PERSON_FIELDS | {"quality", "background", "output_format", "moderation", "image"},
    required={"response_format": "b64_json"},
    sparse=True,
    models=("imagen-4.0-generate-001",),
    rules=RULES,
)
