"""Servers that people run themselves; nothing that they draw is billed by anybody, and no name of a person helps them.

What each takes is from its own documentation and code, read 2026-11-27.
"""

from bot.proxy.fields import PERSON_FIELDS, STREAM_FIELDS
from bot.proxy.profiles.preset import SEED, JsonEdit, Preset

_PLAIN = SEED | STREAM_FIELDS | PERSON_FIELDS | {"moderation", "markup"}

VLLM = Preset(omitted=_PLAIN, sparse=True)
"""vLLM-Omni: `size` must hold an x, so that `auto` stays out."""

LOCALAI = Preset(omitted=_PLAIN | {"image"}, required={"response_format": "b64_json"}, sparse=True)
"""LocalAI: no path for edits, and addresses in place of pictures unless it is asked otherwise."""

SDCPP = Preset(
    omitted=_PLAIN | {"quality", "background", "input_fidelity"},
    sparse=True,
)
"""stable-diffusion.cpp: prompt, n, size, output_format and files alone."""

OLLAMA = Preset(
    omitted=_PLAIN | {"n", "quality", "background", "output_format", "input_fidelity", "mask"},
    sparse=True,
    images_at_most=1,
    json_edit=JsonEdit.TEXT,
)
"""Ollama: edits as JSON, one picture at a time."""

XINFERENCE = Preset(
    omitted=_PLAIN | {"quality", "background", "output_format", "input_fidelity", "mask"},
    required={"response_format": "b64_json", "size": "1024x1024"},
    sparse=True,
)
"""Xinference: a size that is set, and masks by a path of its own."""
