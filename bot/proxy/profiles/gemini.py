"""Gemini's endpoint in OpenAI's shape: https://ai.google.dev/gemini-api/docs/openai, read 2026-11-27."""

from http import HTTPStatus

from bot.domain.errors import KeyRejected, ModelUnknown
from bot.proxy.fields import PERSON_FIELDS, STREAM_FIELDS
from bot.proxy.profiles.preset import SEED, Preset
from bot.proxy.rules import Rule, words

RULES = (
    Rule(
        error=KeyRejected,
        statuses=(HTTPStatus.BAD_REQUEST,),
        says=words(r"api key not valid"),
        seen="Gemini's troubleshooting guide, 2026-11-27",
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
