"""The embedded images API: a server on this machine that speaks OpenAI's images wire, and draws.

It stands alone and imports nothing of ours, so that it can judge our client. No AI model is in it: pictures are
painted by arithmetic from the words of the prompt, and each says so. It is as strict as the real service: an
unknown field, a wrong type, a value that the model does not have or a mask of another size are refused with the
documented error body. `seed`, which self-hosted servers honour, is the one extension: the same request with the
same seed gives the same bytes.

Test phrases, each a word of its own in a prompt:

========================  ==============================================================================
`demo:slow`               takes 8 seconds longer; `demo:slow=N` takes N seconds longer, at most 120
`demo:refuse`             400 moderation_blocked, with moderation_details.categories
`demo:rate`               429 rate_limit_exceeded with Retry-After: 1, every time
`demo:quota`              429 insufficient_quota
`demo:key`                401 invalid_api_key
`demo:model`              404 model_not_found
`demo:outage`             500 server_error
`demo:broken`             200 with pictures that are cut off
`demo:html`               200 with a page of HTML
`demo:big`                noise of at least 2048x2048 whatever size was asked: over 11 MB as PNG
========================  ==============================================================================

Models whose edits stray from their masks as those of real models do. A real mask is a guide and no promise: others
measured that half of the pixels that should stay were changed, by 38 of 255 on average. `drawing/drift.py` has it:

========================  ==============================================================================
`demo:drift`              all that is kept is 17 levels off, moved by some pixels, 0.8 % larger and noisy
`demo:drift-tint`         it is 17 levels off, and no more
`demo:drift-shift`        it is moved by some pixels, and no more
`demo:drift-scale`        it is 0.8 % larger, and no more
`demo:drift-repaint`      it is drawn anew: alike, and no pixel is the same
`demo:drift-ignore`       the mask is ignored: all of the picture is changed
`demo:drift-other`        a picture of the prompt that has nothing in common with the one that was sent
========================  ==============================================================================
"""

from bot.demo.api.server import create_app, serve

__all__ = ["create_app", "serve"]
