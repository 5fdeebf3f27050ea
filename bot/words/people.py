"""The words of /forget me and /export me."""

from bot.service.forgetting import Deleted, Forgotten

FORGET_BUTTONS = {"forget": "Delete it all for good", "keep": "Keep it"}
FORGET_QUESTION = """**Shall I delete all that I keep of you?** It cannot be undone.
**What goes, within a minute:**
- everything you asked for, in every server: prompts, pictures, files you gave; what is still open is cancelled
- all you shared, and the messages of mine that show your pictures
- your hearts, reports, references, drafts and settings
**What stays:**
- what was spent, without your name and without a prompt
- pictures that others made from yours
- a mute of yours, and what moderators did, without your name
-# `/export me` first sends you all of it. What you ask for afterwards is kept again as usual."""
FORGETTING = "Deleting all that I keep of you …"
FORGETTING_ALREADY = "I am at it already: all that I keep of you goes within a minute."
KEPT = "I keep everything as it was."

EXPORTING = "I am packing all that I keep of you. It comes here as one or more zip files."
EXPORT_STARTED = "I am packing all that I keep of you, and send it to you as a direct message."
EXPORT_README = """This is all that Easel keeps of you.

account.json       your settings, what you put aside, and the reports that you made
requests-*.json    what you asked for, with what came of it and what it cost
shares-*.json      what you shared
hearts-*.json      what you gave a heart
pictures/          what was made for you: the number of the request, and the place in it; an SVG beside its PNG, and
                   of an edit with a mask what the model drew beside the exact picture
inputs/            what you gave along: the number of the request, and the place in it; of an edit with a mask the part
                   that was sent, the mask, the original and what was marked in it

Where there are several zip files, each holds a part of this. Times are UTC.
"""


def forgotten(forgotten: Forgotten, deleted: Deleted | None) -> str:
    """Say what is gone, and of the messages in Discord as soon as that is known, what became of them."""
    lines = [f"**Done.** {_count(forgotten.requests, 'request')} and all that belonged to you is deleted."]
    if not forgotten.complete:
        lines = [
            "**Nearly done.** All but what is in the middle of being made is deleted; the rest goes as soon as it ends."
        ]
    if deleted is None:
        if forgotten.messages or forgotten.shares:
            lines.append("Now I take away the messages that show it …")
        return "\n".join(lines)
    if deleted.deleted:
        lines.append(f"{_count(deleted.deleted, 'message')} of mine that showed it {_was(deleted.deleted)} deleted.")
    if forgotten.shares:
        lines.append(f"{_count(len(forgotten.shares), 'shared picture')} went from the galleries.")
    if deleted.postponed:
        lines.append(f"Discord did not answer for {_count(deleted.postponed, 'message')}: I try again until it does.")
    if deleted.refused:
        lines.append(
            f"Discord does not let me delete {_count(deleted.refused, 'message')}, where I am no longer let in. "
            "Ask the moderators there to delete what still shows a picture of yours."
        )
    return "\n".join(lines)


def export_part(number: int, parts: int) -> str:
    """Head one of the files."""
    return "All that I keep of you." if parts == 1 else f"All that I keep of you, part {number} of {parts}."


def exported(parts: int) -> str:
    """Say that it is there."""
    return f"All that I keep of you is in our direct messages, in {_count(parts, 'file')}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _was(number: int) -> str:
    return "is" if number == 1 else "are"
