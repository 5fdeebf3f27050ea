"""Two sentences for every failure: what happened, what to do now, and whether it cost anything."""

from bot.domain import errors
from bot.domain.options import SizeRule
from bot.words.amounts import SHOWN
from bot.words.escaping import harmless
from bot.words.failure_facts import FREE, failure_facts
from bot.words.message_options import explain_misread, explain_option
from bot.words.own_account import OF_SERVERS_OWN_ACCOUNT
from bot.words.places import HERE, Place

UNEXPECTED = (
    "Something went wrong in Easel itself, and the log has the details. "
    "Try again later; it is not known whether it cost anything."
)

FAILED_PLAINLY = "This request failed, and Discord blocks the words that say why. /history has them."

UNREADABLE = (
    "Discord sent something along with this that I cannot read, such as a poll. "
    "Try again without it, or on another message; nothing was spent."
)

FORM_OVER = "This form was opened too long ago, or before Easel was restarted. Open it anew; nothing was spent."

_FAILURES: dict[type[errors.EaselError], str] = {
    errors.PromptBlank: "The prompt is empty. Say in words what the picture should show; {free}.",
    errors.PromptTooLong: (
        "The prompt has {length} characters, and {limit} is the most. Shorten it and ask again; {free}."
    ),
    errors.PromptTooLongForModel: (
        "The prompt is longer than {model} takes{limit_of_model}. Shorten it, or choose another `model`; {free}."
    ),
    errors.RequestTooLarge: ("{what_is_large} than the images service takes at once. {way_out_of_large}; {free}."),
    errors.FormatNotGranted: (
        "This bot's account at the images service has no access to `format` {output_format} with {model}. "
        "Choose png, webp or jpeg; {free}."
    ),
    errors.EditsNotOffered: (
        "The images service{_here} makes pictures from words and changes none. Use /imagine instead; {free}."
    ),
    errors.MaskNotOffered: (
        "The images service{_here} takes no masks. Leave the `mask` out and say in words what should change; {free}."
    ),
    errors.MaskForSeveralPictures: (
        "A mask goes with one picture{_here}, and you gave {pictures}. "
        "Leave the mask or the further pictures out; {free}."
    ),
    errors.TooManyPictures: (
        "That makes {pictures} pictures, and {limit} is the most that goes. "
        "Leave some out, or clear what you put aside with /references; {free}."
    ),
    errors.NoPictureThere: (
        "There is no picture in that message that I could work with. "
        "Point at one that is attached, not linked, or attach it yourself; {free}."
    ),
    errors.PictureOutOfSight: (
        "Discord does not show me what others have attached to their messages. "
        "Open the menu of that message instead and choose Apps > Edit picture; {free}."
    ),
    errors.NoSuchPicture: (
        "There is no picture {place} in that message, which has {pictures}. Begin with another number; {free}."
    ),
    errors.NothingLarger: (
        "{model} makes no picture of this shape that is larger. Edit it with another `model`; {free}."
    ),
    errors.AlreadyThatShape: (
        "The picture is {aspect} already, so there is nothing to add. Choose another `aspect`; {free}."
    ),
    errors.AspectNotTaken: ("{aspect_not_taken}; {free}."),
    errors.ExtendedTooFar: (
        "That would make the picture longer than {limit}:1, which {model} does not make. "
        "Extend it the other way first, or choose another `model`; {free}."
    ),
    errors.UnsupportedImage: ("What you gave as `{label}` is {not_taken}. {way_out}; {free}."),
    errors.BrokenImage: (
        "The file in `{label}` is cut off or damaged, so it cannot be read as a picture. "
        "Open it, save it again and attach it anew; {free}."
    ),
    errors.FileTooLarge: (
        "The file in `{label}` is larger than {limit_mib} MiB. Save it smaller, or as JPEG, and ask again; {free}."
    ),
    errors.TooManyPixels: (
        "The picture in `{label}` is {width}x{height} pixels, and {limit_megapixels} megapixels is the most in its "
        "format. Scale it down and ask again; {free}."
    ),
    errors.SideTooLong: (
        "The picture in `{label}` is {width}x{height}, and {limit_side} pixels is the longest side that goes. "
        "Cut it or scale it down and ask again; {free}."
    ),
    errors.ImageTooComplex: (
        "The file in `{label}` takes too much memory or time to read. "
        "Save it smaller, or as a plain JPEG or PNG, and ask again; {free}."
    ),
    errors.ForeignFile: (
        "The file in `{label}` is not on one of Discord's own servers. Attach the file itself; {free}."
    ),
    errors.FileUnavailable: (
        "Discord did not hand over the file in `{label}`. Attach it again and ask once more; {free}."
    ),
    errors.MaskOfAnotherShape: (
        "The mask is {mask_width}x{mask_height} and the picture {image_width}x{image_height}, which is another shape. "
        "Use a mask of the picture's size, or one scaled evenly; {free}."
    ),
    errors.MaskTooDetailed: (
        "The mask is too detailed to be sent: it has {size_mib} MiB and less than {limit_mib} MiB goes. "
        "Use plain areas of black and white, or a smaller picture; {free}."
    ),
    errors.NotAllowed: (
        "I may not post pictures {here}: I lack {permission_names}. "
        "Ask a moderator for it, or use another channel; {free}."
    ),
    errors.BudgetSpent: (
        "That would go over the budget {of_whom} for this {period}: {left_of} is left. "
        "It is renewed <t:{renews_at}:R>; {free}."
    ),
    errors.QueueFull: ("{waiting} requests wait already, and {limit} is the most. Try again in a few minutes; {free}."),
    errors.TooManyJobs: (
        "{whose} {open} requests open already, and {limit} is the most. Wait until one is done; {free}."
    ),
    errors.Cancelled: "This request was cancelled by {by}. Ask again whenever you like; {charge}.",
    errors.RateLimited: (
        "The images service has too much to do right now and turned the request away. Try again in {wait}; {charge}."
    ),
    errors.ProviderDown: (
        "The images service did not answer, or broke down on the way. Try again in a few minutes; {charge}."
    ),
    errors.ProviderTimedOut: (
        "The images service did not finish in time. Try again with a lower quality or fewer pictures; {charge}."
    ),
    errors.ProviderPaused: (
        "The images service has failed for everybody for a while, so I did not ask it. Try again in {wait}; {charge}."
    ),
    errors.OrganizationUnverified: (
        "The images service gives {model} to verified organizations alone. "
        "Choose another `model`, or ask the person who runs the bot to verify theirs; {charge}."
    ),
    errors.AccountBlocked: (
        "The images service has blocked this bot's account. "
        "Only the person who runs the bot can sort that out; {charge}."
    ),
    errors.AddressWrong: (
        "There is no images service at the address that this bot asks. "
        "Only the person who runs the bot can correct it; {charge}."
    ),
    errors.EmptyAnswer: (
        "The images service answered without a picture, as it may when its safety system does not want one. "
        "Say it in another way and ask again; {charge}."
    ),
    errors.KeyRejected: (
        "The images service does not accept this bot's key. Only the person who runs the bot can mend that; {charge}."
    ),
    errors.OutOfMoney: (
        "This bot's account at the images service is out of money or over its limit. "
        "Only the person who runs the bot can top it up; {charge}."
    ),
    errors.ModelUnknown: (
        "The images service does not have the model {model}, or no longer. Choose another `model`; {charge}."
    ),
    errors.RequestRejected: (
        "The images service did not take the request as it was. "
        "Try other options, or tell the person who runs the bot; {charge}."
    ),
    errors.BadAnswer: (
        "The images service sent an answer without a whole picture in it. Try again in a moment; {charge}."
    ),
    errors.Interrupted: ("Easel was stopped before this request was done. Ask once more in a few minutes; {charge}."),
    errors.OutcomeUnknown: (
        "Easel was stopped while the images service was at work, so what came of it is unknown. "
        "You were not charged; press the button to ask once more."
    ),
    errors.Unexpected: UNEXPECTED,
    errors.TooLate: (
        "Your last request reached Easel too late for Discord, which told you that nobody answers. "
        "Ask once more; {charge}."
    ),
    errors.PlaceClosed: "{place_closed}; {charge}.",
    errors.StorageDown: (
        "Easel cannot keep anything right now: its own database or storage does not answer. "
        "Try again in a few minutes; {free}."
    ),
    errors.ServerKeyUnreadable: (
        "This server has a key of its own for the images service, which I cannot read any more. "
        "Whoever manages the server can enter it again with /settings; {free}."
    ),
    errors.ServerKeyChanged: (
        "The key that was to pay for this was taken out or changed while it waited. Ask once more; {free}."
    ),
    errors.NotYours: (
        "Only the person who asked for these pictures can do that. Look at your own with /history; {free}."
    ),
    errors.NotForYou: "Only {whose} can do that {here}. Ask one of them; {free}.",
    errors.ClosedHere: "{This_server} has that {where}. Ask its moderators if that should change; {free}.",
    errors.Muted: (
        "The moderators of {this_server} have muted you for Easel {until}. Ask them if you wonder why; {free}."
    ),
    errors.WordRefused: (
        "{This_server} does not want a word or a phrase of your prompt. Say it in another way; {free}."
    ),
    errors.ExportTooSoon: (
        "You have asked for all that is kept of you within the last hour. Ask again <t:{next_at}:R>; {free}."
    ),
    errors.MessagesClosed: (
        "Discord does not let me write you a direct message, and everything of yours is for nobody else's eyes. "
        "Allow direct messages in the privacy settings of this server, or write to me first, and ask again; {free}."
    ),
    errors.NoGallery: (
        "There is no gallery{_here} that pictures could be shared in. "
        "Whoever manages the server can choose a channel for it with /settings; {free}."
    ),
    errors.GalleryClosed: "{what} {channel}, where shared pictures go. {way_out}; {free}.",
    errors.SharedAlready: (
        "This picture is shared in {this_server} already. Look with /gallery mine, which can take it back; {free}."
    ),
    errors.NotShared: "This picture is not shared any more. Look at others with /gallery new; {free}.",
    errors.OwnPicture: "{own}; {free}.",
    errors.ThemeOver: "This theme is over, or was never there. Look at what is open with /theme list; {free}.",
    errors.BarredHere: (
        "This picture was reported{_here}, and the moderators have not kept it. Ask them, or share another one; {free}."
    ),
    errors.ModerationLower: (
        "This picture was made with lower moderation than this channel has. It stays where it was made; {free}."
    ),
    errors.EditsForbidden: ("{who} lets nobody else edit this picture. Work from one of your own; {free}."),
    errors.DraftOver: (
        "This change was sent, dropped or prepared more than an hour ago. Begin once more with Edit; {free}."
    ),
    errors.RequestForgotten: ("I don't have this request any more. Ask again, and choose the model yourself; {free}."),
    errors.NotMadeYet: ("There are no pictures of this request so far. Look again with /history in a while; {free}."),
    errors.PicturesGone: "These pictures are not kept any more. Ask for new ones with /imagine; {free}.",
    errors.TooLargeToPost: (
        "{made} it is over Discord's file limit {here}, even re-encoded. "
        "/history keeps it, and a smaller `size` or `format` jpeg would fit; {paid}."
    ),
    errors.ChannelClosed: (
        "{made} I can no longer post in {this_channel}. Take it from /history, or ask a moderator to let me in; {paid}."
    ),
    errors.ThreadClosed: (
        "{made} the thread is archived or locked, so that I can post nothing in {this_channel}. "
        "Take it from /history, or have the thread opened again; {paid}."
    ),
    errors.PictureFiltered: (
        "{made} Discord's own filter takes it for explicit, and lets nobody post it {here}. "
        "Only another picture would get through, so say it in another way; {paid}."
    ),
    errors.DiscordDown: (
        "{made} Discord did not take it, however often I tried. Take it from /history in a few minutes; {paid}."
    ),
    errors.AreaNotTaken: "{why_no_area}; {free}.",
    errors.OptionsConflict: ("{what} does not go with `{other}` {other_value}. Choose {choices} as `{other}`; {free}."),
}

_SIZE_RULES = {
    SizeRule.SHAPE: "is not written as width x height, such as {limit}",
    SizeRule.DIVISOR: "has a side that {limit} does not divide",
    SizeRule.RATIO: "is longer than {limit}",
    SizeRule.SIDE: "has a side over {limit} pixels",
    SizeRule.FEWEST_PIXELS: "has fewer than {limit} pixels in all",
    SizeRule.MOST_PIXELS: "has more than {limit} pixels in all",
}


def explain(error: errors.EaselError, *, place: Place = HERE) -> str:
    """Say what happened, what to do now, and whether it cost anything: two sentences.

    Where they are read elsewhere than where it happened, `place` is that.
    """
    match error:
        case errors.OptionNotOffered():
            return explain_option(error, place)
        case errors.OptionMisread():
            return explain_misread(error, free=FREE)
        case errors.SizeNotAllowed():
            rule = _SIZE_RULES[SizeRule(error.rule)].format(limit=error.limit)
            other = f", or the model {harmless(error.elsewhere, 60)}" if error.elsewhere else ""
            return (
                f"The size {harmless(error.size, 20)} {rule}, which {harmless(error.model, 60)} does not make. "
                f"Choose one of the sizes that the command offers{other}; {FREE}."
            )
        case errors.MaskMarksNothing():
            return _explain_nothing_marked(error)
        case errors.ContentRefused():
            named = ", ".join(harmless(name, 40) for name in error.categories[:SHOWN])
            why = f" ({named})" if named else ""
            return (
                f"The safety system of the images service refused this request{why}. "
                f"Say it in another way, or use another picture; {FREE}."
            )
    templates = {**_FAILURES, **OF_SERVERS_OWN_ACCOUNT} if getattr(error, "of_server", False) else _FAILURES
    template = next(templates[kind] for kind in type(error).__mro__ if kind in templates)
    return template.format(**failure_facts(error, place))


def _explain_nothing_marked(error: errors.MaskMarksNothing) -> str:
    if error.chosen:
        return f"Nothing of the picture would be painted anew. Choose another part, or turn it over; {FREE}."
    what = "is nowhere transparent" if error.had_alpha else "is black all over"
    return (
        f"The mask {what}, so it marks nothing to change. Paint white, or erase, what should be painted anew; {FREE}."
    )
