"""The embedded images API, which knows everything and costs nothing."""

from bot.proxy.profiles.preset import Preset, Probe

PRESET = Preset(
    takes_idempotency_key=True, mask_applies_to_first=True, moderates_edits=True, free=True, probe=Probe.REFUSED
)
