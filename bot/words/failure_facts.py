"""What the sentences about errors have room for: an error's own fields, and what they come to in words."""

import dataclasses

from bot.domain import errors
from bot.domain.money import Cost
from bot.words.amounts import SHOWN, duration, either, price
from bot.words.escaping import harmless
from bot.words.permissions import PERMISSIONS
from bot.words.places import HERE, Place, capitalized

FREE = "nothing was spent"
_UNSURE = "the images service may have charged for it"
_PAID = {True: "this cost nothing", False: "it was paid for"}

_BUDGETS = {
    "user": "of one person",
    "role": "of your role",
    "server": "of {server}",
    "bot": "of the whole bot",
}
_CROWDS = {"user": "you have", "here": "in {server} you have", "server": "{server} has"}
_STANDINGS = {
    "asker": "the person who asked for the picture",
    "channel_moderator": "its moderators",
    "manager": "those who manage the server",
    "member": "members of the server",
    "moderator": "its moderators",
}
_OWN_PICTURE = {
    "heart": "This picture is your own, and hearts count that others give. Look at theirs with /gallery new",
    "report": "This picture is your own, and reports count that others make. Take it back with /gallery mine",
}
_NO_AREA = {
    False: (
        "`area` {area} says how much of the picture goes along with a mask, and there is no mask. "
        "Give one as `mask`, or leave `area` out"
    ),
    True: (
        "`area` {area} goes with exact edits, which are switched off {here}. "
        "Leave `area` out, or ask the person who runs the server or the bot"
    ),
}
"""Whether the answer is shown as it is drawn."""
_GALLERY_CLOSED = {
    True: (
        "I cannot post in",
        "Whoever manages the server can let me in, or choose another channel with /settings",
    ),
    False: ("Discord did not take the picture for", "Try again in a few minutes"),
}
_GALLERY_FILTERED = (
    "Discord's own filter takes the picture for explicit and lets nobody post it in",
    "Only another picture would get through",
)
_PLACE_CLOSED = {
    True: (
        "The thread is archived or locked, so that Discord lets me answer nothing in {place.channel}. "
        "Have it opened again, or ask in another channel"
    ),
    False: "Discord lets me answer nothing {place.here}. Ask a moderator to let me in, or use another channel",
}
_HEIC_WAY_OUT = "On an iPhone, set Camera > Formats to Most Compatible or attach a screenshot"
_MIB = 1024 * 1024
_ASPECT_NOT_TAKEN = {
    "": "An `aspect` adds to a picture that there is. Choose a `size` for a new one",
    "mask": "An `aspect` adds to the picture, and a `mask` changes what is in it. Leave one of the two out",
    "size": "An `aspect` says what size the picture gets. Leave the `size` out",
    "preview": "What an `aspect` adds lies beside the picture, so that there is nothing to choose. Leave `preview` out",
}


def failure_facts(error: errors.EaselError, place: Place) -> dict[str, object]:
    """Name what the sentence about an error has room for: its own fields, and what they come to in words."""
    fields = {field.name: getattr(error, field.name) for field in dataclasses.fields(error) if field.name != "detail"}
    return {
        **fields,
        "free": FREE,
        **_place_facts(place),
        **_costs(error, place),
        **_picture_facts(error, place),
        **_server_facts(error),
        **_masked_facts(error, place),
        **_other_facts(error, place),
        **_provider_facts(error),
    }


def _place_facts(place: Place) -> dict[str, object]:
    return {
        "here": place.here,
        "_here": " here" if place == HERE else "",
        "this_channel": place.channel,
        "this_server": place.server,
        "This_server": capitalized(place.server),
    }


def _costs(error: errors.EaselError, place: Place) -> dict[str, object]:
    match error:
        case errors.Cancelled():
            by = f"<@{error.by_user_id}>" if error.by_user_id else "someone who is forgotten by now"
            return {"by": by, "charge": _cancelled(error)}
        case errors.PlaceClosed():
            return {"charge": FREE, "place_closed": _PLACE_CLOSED[error.asleep].format(place=place)}
        case errors.ProviderError() | errors.Stopped():
            return {"charge": _UNSURE if error.may_have_cost else FREE}
        case errors.NotDelivered(posted=0):
            return {"made": "The picture is made, but", "paid": _PAID[error.free]}
        case errors.NotDelivered():
            made = f"Only {error.posted} of {error.pictures} pictures are posted:"
            return {"made": made, "paid": _PAID[error.free]}
    return {}


def _cancelled(error: errors.Cancelled) -> str:
    if not error.may_have_cost:
        return FREE
    if not error.charged_percent:
        return _UNSURE
    share = "it" if error.charged_percent == 100 else f"{error.charged_percent} % of it"  # noqa: PLR2004
    return f"the images service was already at work, so {share} counts in your budgets"


def _picture_facts(error: errors.EaselError, place: Place) -> dict[str, object]:
    match error:
        case errors.UnsupportedImage():
            way_out = _HEIC_WAY_OUT if error.found == "HEIC" else "Save it as PNG or JPEG and attach that"
            return {"not_taken": _not_taken(error.found), "way_out": way_out}
        case errors.EditsForbidden():
            return {"who": capitalized(place.server) if error.by == "server" else "The person whose it is"}
        case errors.FileTooLarge():
            return {"limit_mib": error.limit_bytes // _MIB}
        case errors.TooManyPixels():
            return {"limit_megapixels": error.limit_pixels // _MIB}
        case errors.MaskTooDetailed():
            return {"limit_mib": f"{error.limit_bytes / _MIB:.1f}", "size_mib": f"{error.size_bytes / _MIB:.1f}"}
    return {}


def _not_taken(found: str | None) -> str:
    if found in errors.PICTURE_FORMATS:
        return f"of type {found}, but of a kind that I cannot read"
    *most, last = errors.PICTURE_FORMATS
    return f"{f'of type {found}, ' if found else ''}not a {', '.join(most)} or {last} picture"


def _server_facts(error: errors.EaselError) -> dict[str, object]:
    match error:
        case errors.NotForYou():
            return {"whose": ", or ".join(dict.fromkeys(_STANDINGS[one] for one in error.allowed))}
        case errors.ClosedHere():
            channels = " or ".join(f"<#{one}>" for one in error.channel_ids[:SHOWN])
            roles = " or ".join(f"<@&{one}>" for one in error.role_ids[:SHOWN])
            channels = channels or ("other channels" if error.elsewhere else "")
            return {"where": f"only{channels and f' in {channels}'}{roles and f' for {roles}'}"}
        case errors.GalleryClosed():
            what, way_out = _GALLERY_FILTERED if error.filtered else _GALLERY_CLOSED[error.refused]
            channel = "the channel" if error.channel_id is None else f"<#{error.channel_id}>"
            return {"what": what, "way_out": way_out, "channel": channel}
        case errors.OwnPicture():
            return {"own": _OWN_PICTURE[error.act]}
        case errors.Muted():
            return {"until": "for good" if error.ends_at is None else f"until <t:{error.ends_at}:f>"}
    return {}


def _masked_facts(error: errors.EaselError, place: Place) -> dict[str, object]:
    match error:
        case errors.AreaNotTaken():
            return {"why_no_area": _NO_AREA[error.as_drawn].format(area=error.area, here=place.here)}
        case errors.AspectNotTaken():
            return {"aspect_not_taken": _ASPECT_NOT_TAKEN[error.beside]}
    return {}


def _other_facts(error: errors.EaselError, place: Place) -> dict[str, object]:
    match error:
        case errors.OptionsConflict():
            what = f"`{error.option}` {error.value}".rstrip()
            return {"what": what, "choices": either(error.offered)}
        case errors.NotAllowed():
            return {"permission_names": " and ".join(PERMISSIONS.get(name, name) for name in error.permissions)}
        case errors.BudgetSpent():
            money = error.unit == "microusd"
            left = price(Cost(error.left)) if money else f"{error.left} of {error.limit} pictures"
            here = f" in {place.server}" if error.of_server and error.scope != "server" else ""
            return {"of_whom": f"{_BUDGETS[error.scope].format(server=place.server)}{here}", "left_of": left}
        case errors.TooManyJobs():
            return {"whose": capitalized(_CROWDS[error.scope].format(server=place.server))}
    return {}


def _provider_facts(error: errors.EaselError) -> dict[str, object]:
    match error:
        case errors.RateLimited() | errors.ProviderPaused():
            wait = duration(error.retry_after_seconds) if error.retry_after_seconds else "a minute"
            return {"wait": wait}
        case (
            errors.ModelUnknown()
            | errors.NothingLarger()
            | errors.ExtendedTooFar()
            | errors.OrganizationUnverified()
            | errors.FormatNotGranted()
        ):
            return {"model": harmless(error.model, 60)}
        case errors.PromptTooLongForModel():
            most = f", which is {error.limit} characters" if error.limit else ""
            return {"model": harmless(error.model, 60), "limit_of_model": most}
        case errors.RequestTooLarge(pictures=0):
            return {"what_is_large": "The request is larger", "way_out_of_large": "Shorten the prompt and ask again"}
        case errors.RequestTooLarge():
            return {
                "what_is_large": "The pictures are larger",
                "way_out_of_large": "Scale them down, or give fewer of them",
            }
    return {}
