"""xAI: https://docs.x.ai/developers/model-capabilities/images, read 2026-11-27."""

from bot.domain.errors import KeyRejected, OutOfMoney
from bot.proxy.fields import STREAM_FIELDS
from bot.proxy.profiles.preset import SEED, JsonEdit, Preset
from bot.proxy.rules import ASKED_WRONG, Rule, words

_QUOTED = "xAI's words as people quote them, 2026-11-28"

RULES = (
    Rule(
        error=OutOfMoney,
        statuses=ASKED_WRONG,
        says=words(r"used all (?:of its |your )?available credits", r"reached (?:its|your) monthly spending limit"),
        seen=_QUOTED,
    ),
    Rule(error=KeyRejected, statuses=ASKED_WRONG, says=words(r"incorrect api key"), seen=_QUOTED),
)

PRESET = Preset(
    base_url="https://api.x.ai/v1",
    needs_key=True,
    # "Argument not supported: size"; its own names for these are others.
    omitted=SEED
    | STREAM_FIELDS
    | {"size", "quality", "background", "output_format", "mask", "moderation", "input_fidelity", "safety_identifier"},
    sparse=True,
    person_field="user",
    # "The OpenAI SDK's images.edit() method is not supported for image editing because it uses multipart/form-data".
    json_edit=JsonEdit.OBJECT,
    images_at_most=3,
    models=("grok-imagine-image",),
    rules=RULES,
)
