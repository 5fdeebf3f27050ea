"""What the sentences about errors have room for: an error's own fields, and what they come to in words."""

import dataclasses

from bot.domain import errors
from bot.words.amounts import SHOWN, SOON_SECONDS, all_of, any_of, dollars, either
from bot.words.escaping import harmless
from bot.words.language.catalogue import Topic
from bot.words.language.fluent import Fact
from bot.words.language.numbers import decimal_number
from bot.words.mentions import channel, moment, person, role
from bot.words.permissions import PERMISSIONS
from bot.words.places import Place

_say = Topic("failures")
_STANDINGS = _say.each("standing", ("asker", "channel_moderator", "manager", "member", "moderator"))
_MIB = 1024 * 1024
_NAME = 60
_ALL_PERCENT = 100


def failure_facts(error: errors.EaselError, place: Place) -> dict[str, Fact]:
    """Name what the sentence about an error has room for: its own fields, and what they come to in words."""
    fields = {field.name: getattr(error, field.name) for field in dataclasses.fields(error) if field.name != "detail"}
    return {
        **{name: value for name, value in fields.items() if isinstance(value, str | int)},
        **place.facts(),
        **_costs(error),
        **_picture_facts(error),
        **_size_facts(error),
        **_server_facts(error),
        **_moment_facts(error),
        **_budget_facts(error),
        **_provider_facts(error),
    }


def _costs(error: errors.EaselError) -> dict[str, Fact]:
    match error:
        case errors.Cancelled():
            return {
                "is_known": bool(error.by_user_id),
                "by": person(error.by_user_id),
                "charge": _cancelled(error),
                "percent": error.charged_percent,
            }
        case errors.PlaceClosed():
            return {"charge": "free"}
        case errors.ProviderError() | errors.Stopped():
            return {"charge": "unsure" if error.may_have_cost else "free"}
    return {}


def _cancelled(error: errors.Cancelled) -> str:
    if not error.may_have_cost:
        return "free"
    if not error.charged_percent:
        return "unsure"
    return "all" if error.charged_percent == _ALL_PERCENT else "part"


def _picture_facts(error: errors.EaselError) -> dict[str, Fact]:
    match error:
        case errors.UnsupportedImage():
            known = "yes" if error.found in errors.PICTURE_FORMATS else "no" if error.found else "unclear"
            return {"found": error.found or "", "known": known, "formats": any_of(errors.PICTURE_FORMATS)}
        case errors.FileTooLarge():
            return {"limit_mib": error.limit_bytes // _MIB}
        case errors.MaskMarksNothing():
            return {"how": _nothing_marked(error)}
        case errors.MaskTooDetailed():
            return {
                "limit_mib": decimal_number(error.limit_bytes / _MIB, digits=1),
                "size_mib": decimal_number(error.size_bytes / _MIB, digits=1),
            }
    return {}


def _nothing_marked(error: errors.MaskMarksNothing) -> str:
    if error.chosen:
        return "chosen"
    if error.painted:
        return "painted"
    return "opaque" if error.had_alpha else "black"


def _size_facts(error: errors.EaselError) -> dict[str, Fact]:
    match error:
        case errors.TooManyPixels():
            return {"size": f"{error.width}x{error.height}", "limit_megapixels": error.limit_pixels // _MIB}
        case errors.SideTooLong():
            return {"size": f"{error.width}x{error.height}"}
        case errors.MaskOfAnotherShape():
            return {
                "mask_size": f"{error.mask_width}x{error.mask_height}",
                "image_size": f"{error.image_width}x{error.image_height}",
            }
    return {}


def _server_facts(error: errors.EaselError) -> dict[str, Fact]:
    match error:
        case errors.NotAllowed():
            return {"permission_names": all_of([PERMISSIONS.get(name, name) for name in error.permissions])}
        case errors.NotForYou():
            return {"whose": _say("standing-or").join(dict.fromkeys(_STANDINGS[one] for one in error.allowed))}
        case errors.ClosedHere():
            in_channels: Fact = bool(error.channel_ids) or ("elsewhere" if error.elsewhere else False)
            return {
                "in_channels": in_channels,
                "channels": any_of([channel(one) for one in error.channel_ids[:SHOWN]]),
                "for_roles": bool(error.role_ids),
                "roles": any_of([role(one) for one in error.role_ids[:SHOWN]]),
            }
        case errors.GalleryClosed():
            return {
                "why": "filtered" if error.filtered else "refused" if error.refused else "lost",
                "has_channel": error.channel_id is not None,
                "gallery": channel(error.channel_id or 0),
            }
    return {}


def _moment_facts(error: errors.EaselError) -> dict[str, Fact]:
    match error:
        case errors.Muted():
            return {"has_end": error.ends_at is not None, "until": moment(error.ends_at or 0, "f")}
        case errors.ExportTooSoon():
            return {"next": moment(error.next_at, "R")}
    return {}


def _budget_facts(error: errors.EaselError) -> dict[str, Fact]:
    match error:
        case errors.OptionsConflict():
            return {"choices": either(error.offered)}
        case errors.BudgetSpent():
            return {
                "price_left": dollars(error.left),
                "price_limit": dollars(error.limit),
                "in_server": error.of_server and error.scope != "server",
                "renews": moment(error.renews_at, "R"),
            }
    return {}


def _provider_facts(error: errors.EaselError) -> dict[str, Fact]:
    match error:
        case errors.RateLimited() | errors.ProviderPaused():
            seconds = error.retry_after_seconds
            has_wait: Fact = "soon" if seconds and seconds < SOON_SECONDS else error.retry_at is not None
            return {"has_wait": has_wait, "wait": moment(error.retry_at or 0, "R")}
        case (
            errors.ModelUnknown()
            | errors.NothingLarger()
            | errors.ExtendedTooFar()
            | errors.OrganizationUnverified()
            | errors.FormatNotGranted()
        ):
            return {"model": harmless(error.model, _NAME)}
        case errors.PromptTooLongForModel():
            return {"model": harmless(error.model, _NAME), "has_limit": bool(error.limit)}
        case errors.SizeNotAllowed():
            return {
                "size": harmless(error.size, 20),
                "rule": error.rule.replace("_", "-"),
                "model": harmless(error.model, _NAME),
                "has_elsewhere": bool(error.elsewhere),
                "elsewhere": harmless(error.elsewhere or "", _NAME),
            }
        case errors.ContentRefused():
            named = [harmless(name, 40) for name in error.categories[:SHOWN]]
            return {"has_categories": bool(named), "categories": ", ".join(named)}
    return {}
