"""The words of /help."""

import dataclasses

_MESSAGE_OPTIONS = ("quality", "size", "n", "format", "transparent", "spoiler", "seed", "model", "fidelity")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class HelpHere:
    """What there is for one person in one place.

    `replies`: messages reach the bot. `replies_to_all`: also what is attached to messages of others. `alone`: it is a
    conversation with the bot. `manages` and `moderates`: what the person may do in the server.
    """

    bot_name: str
    edits: bool
    takes_mask: bool
    replies: bool
    replies_to_all: bool
    alone: bool
    manages: bool
    moderates: bool
    free: bool
    n_limit: int


def help_text(here: HelpHere) -> str:
    """Explain by example what can be done."""
    sections = [_make(here)]
    if here.edits:
        sections.append(_change(here))
    sections += [_work_on(here), _look_after(here)]
    return "\n".join(sections)


def _make(here: HelpHere) -> str:
    lines = ["**Make a picture**", f"`/imagine a fox in snow quality:high n:{min(2, here.n_limit)}`"]
    if here.replies:
        lines.append(f"`{here.bot_name} a fox in snow --size portrait --quality high`")
        lines.append(f"-# Options of a message come last: {', '.join(f'`--{one}`' for one in _MESSAGE_OPTIONS)}.")
    return "\n".join(lines)


def _change(here: HelpHere) -> str:
    lines = ["**Change a picture**"]
    if here.replies:
        whose = "any picture" if here.replies_to_all else "a picture of mine"
        start = "" if here.alone else f"{here.bot_name} "
        lines.append(f"Reply to {whose}: `{start}make it night`, or `{start}2: make it night` for the second one.")
    lines.append(
        "On any message: **Apps > Edit picture**, or **Apps > Use as reference** for your next /imagine or /edit."
    )
    lines.append("`/edit make it night image:…` takes files of yours.")
    if here.takes_mask:
        lines.append(
            "**Only a part:** choose *Where?* in the form, or give as mask the picture painted over in one colour, "
            "as a phone does it; what you circle counts as its inside. You see where it goes before anything is spent."
        )
    return "\n".join(lines)


def _work_on(here: HelpHere) -> str:
    edits = (
        "**Edit** and **Vary** work from the picture, **Larger** makes it again at twice its size, **Extend** paints "
        "what lies beside it or cuts its subject out, "
        if here.edits
        else ""
    )
    back = " and leads back" if here.edits else ""
    return (
        "**Under a result**\n"
        f"**Again** asks once more, also larger, {edits}"
        f"**Info** tells all{back}. Who presses pays.\n"
        "**Share** shows yours in the server's gallery, to be hearted and remixed; `/gallery` looks through it. "
        "**Report** tells those who look after it what should not be there."
    )


def _look_after(here: HelpHere) -> str:
    lines = ["**Look after it**"]
    if here.edits:
        lines.append(
            "`/history` has your last pictures, `/tree` their family, `/references` what you put aside, "
            "`/usage` what you used, `/privacy` who may edit your pictures."
        )
    else:
        lines.append("`/history` has your last pictures, `/usage` what you used.")
    lines.append("`/export me` sends you all that I keep of you, `/forget me` deletes it.")
    if here.moderates:
        lines.append(
            "As a moderator you may **Cancel** and **Delete** what others asked for here, decide on `/reports`, "
            "`/mute` people, open a `/theme`, and look at `/audit`; `/usage` tells you what the server used."
        )
    if here.manages:
        uploads = "in `/privacy` about members' uploads, and " if here.edits else ""
        lines.append(f"As a manager of this server you decide {uploads}in `/settings` about all else.")
    if here.free:
        lines.append("-# Here the pictures are drawn by a demo, by no AI model, and are free.")
    return "\n".join(lines)
