"""Together: https://docs.together.ai/reference/post-images-generations, read 2026-11-27."""

from bot.domain.errors import ModelUnknown
from bot.proxy.fields import PERSON_FIELDS, STREAM_FIELDS
from bot.proxy.profiles.preset import SEED, Preset
from bot.proxy.rules import Rule, words

RULES = (
    Rule(
        error=ModelUnknown,
        names=words("model_not_available"),
        seen='Together\'s own words, as people quote them: "Unable to access model …"',
    ),
)

PRESET = Preset(
    base_url="https://api.together.xyz/v1",
    needs_key=True,
    # It answers with addresses, and has no path for edits.
    omitted=SEED | STREAM_FIELDS | PERSON_FIELDS | {"quality", "background", "moderation", "image"},
    sparse=True,
    rules=RULES,
    models=("black-forest-labs/FLUX.2-dev",),
)
