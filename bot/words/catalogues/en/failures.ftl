### What went wrong: two sentences each. The first says what happened, the second what to do now and whether it cost anything.
### Each is named for an error of the tree in bot/domain/errors; what is not there is said as the kind above it is.
### What stands between backticks is what people type, and stays.

## Parts that the sentences share

# At the end of a sentence, behind a semicolon.
free = nothing was spent
cost = { $charge ->
       *[free] { free }
        [unsure] the images service may have charged for it
        [all] the images service was already at work, so it counts in your budgets
        [part] the images service was already at work, so { $percent } % of it counts in your budgets
    }
# What was made, and could not be posted.
paid = { $free ->
        [true] this cost nothing
       *[false] it was paid for
    }
made = { $posted ->
        [0] The picture is made, but
       *[other] Only { $posted } of { $pictures } pictures are posted:
    }

# Read in the channel that it is about ($where is "here"), or elsewhere, with a mention of that channel.
here = { $where ->
        [here] here
       *[elsewhere] in { $channel }
    }
# Where the place goes without saying unless it is read in it.
here-if-here = { $where ->
        [here] {" "}here
       *[elsewhere] {""}
    }
this-channel = { $where ->
        [here] this channel
       *[elsewhere] { $channel }
    }
this-server = { $where ->
        [here] this server
       *[elsewhere] the server of { $channel }
    }
# The same at the begin of a sentence.
this-server-first = { $where ->
        [here] This server
       *[elsewhere] The server of { $channel }
    }

# Who may do something: "Only its moderators, or ... can do that here."
standing-asker = the person who asked for the picture
standing-channel-moderator = its moderators
standing-manager = those who manage the server
standing-member = members of the server
standing-moderator = its moderators
# Between them.
standing-or = {", or "}

## Without an error of their own

failed-plainly = This request failed, and Discord blocks the words that say why. /history has them.
unreadable = Discord sent something along with this that I cannot read, such as a poll. Try again without it, or on another message; nothing was spent.
form-over = This form was opened too long ago, or before Easel was restarted. Open it anew; nothing was spent.

## The errors

prompt-blank = The prompt is empty. Say in words what the picture should show; { free }.
prompt-too-long = The prompt has { $length } characters, and { $limit } is the most. Shorten it and ask again; { free }.
prompt-too-long-for-model = The prompt is longer than { $model } takes{ $has_limit ->
        [true] , which is { $limit } characters
       *[false] {""}
    }. Shorten it, or choose another `model`; { free }.
request-too-large = { $pictures ->
        [0] The request is larger than the images service takes at once. Shorten the prompt and ask again
       *[other] The pictures are larger than the images service takes at once. Scale them down, or give fewer of them
    }; { free }.
format-not-granted = This bot's account at the images service has no access to `format` { $output_format } with { $model }. Choose png, webp or jpeg; { free }.
edits-not-offered = The images service{ here-if-here } makes pictures from words and changes none. Use /imagine instead; { free }.
mask-not-offered = The images service{ here-if-here } takes no masks. Leave the `mask` out and say in words what should change; { free }.
mask-for-several-pictures = A mask goes with one picture{ here-if-here }, and you gave { $pictures }. Leave the mask or the further pictures out; { free }.
too-many-pictures = That makes { $pictures } pictures, and { $limit } is the most that goes. Leave some out, or clear what you put aside with /references; { free }.
no-picture-there = There is no picture in that message that I could work with. Point at one that is attached, not linked, or attach it yourself; { free }.
picture-out-of-sight = Discord does not show me what others have attached to their messages. Open the menu of that message instead and choose Apps > Edit picture; { free }.
no-such-picture = There is no picture { $place } in that message, which has { $pictures }. Begin with another number; { free }.
nothing-larger = { $model } makes no picture of this shape that is larger. Edit it with another `model`; { free }.
already-that-shape = The picture is { $aspect } already, so there is nothing to add. Choose another `aspect`; { free }.
aspect-not-taken = { $beside ->
        [mask] An `aspect` adds to the picture, and a `mask` changes what is in it. Leave one of the two out
        [size] An `aspect` says what size the picture gets. Leave the `size` out
        [preview] What an `aspect` adds lies beside the picture, so that there is nothing to choose. Leave `preview` out
       *[nothing] An `aspect` adds to a picture that there is. Choose a `size` for a new one
    }; { free }.
extended-too-far = That would make the picture longer than { $limit }:1, which { $model } does not make. Extend it the other way first, or choose another `model`; { free }.
area-not-taken = { $as_drawn ->
        [true] `area` { $area } goes with exact edits, which are switched off { here }. Leave `area` out, or ask the person who runs the server or the bot
       *[false] `area` { $area } says how much of the picture goes along with a mask, and there is no mask. Give one as `mask`, or leave `area` out
    }; { free }.
unsupported-image = What you gave as `{ $label }` is { $known ->
        [yes] of type { $found }, but of a kind that I cannot read
        [no] of type { $found }, not a { $formats } picture
       *[unclear] not a { $formats } picture
    }. { $found ->
        [HEIC] On an iPhone, set Camera > Formats to Most Compatible or attach a screenshot
       *[other] Save it as PNG or JPEG and attach that
    }; { free }.
broken-image = The file in `{ $label }` is cut off or damaged, so it cannot be read as a picture. Open it, save it again and attach it anew; { free }.
file-too-large = The file in `{ $label }` is larger than { $limit_mib } MiB. Save it smaller, or as JPEG, and ask again; { free }.
too-many-pixels = The picture in `{ $label }` is { $size } pixels, and { $limit_megapixels } megapixels is the most in its format. Scale it down and ask again; { free }.
side-too-long = The picture in `{ $label }` is { $size }, and { $limit_side } pixels is the longest side that goes. Cut it or scale it down and ask again; { free }.
image-too-complex = The file in `{ $label }` takes too much memory or time to read. Save it smaller, or as a plain JPEG or PNG, and ask again; { free }.
foreign-file = The file in `{ $label }` is not on one of Discord's own servers. Attach the file itself; { free }.
file-unavailable = Discord did not hand over the file in `{ $label }`. Attach it again and ask once more; { free }.
mask-of-another-shape = The mask is { $mask_size } and the picture { $image_size }, which is another shape. Use a mask of the picture's size, or one scaled evenly; { free }.
mask-too-detailed = The mask is too detailed to be sent: it has { $size_mib } MiB and less than { $limit_mib } MiB goes. Use plain areas of black and white, or a smaller picture; { free }.
not-allowed = I may not post pictures { here }: I lack { $permission_names }. Ask a moderator for it, or use another channel; { free }.
budget-spent = That would go over the budget { budget-whose } for this { $period ->
        [month] month
       *[day] day
    }: { $unit ->
        [microusd] { $price_left }
       *[pictures] { $left } of { $limit } pictures
    } is left. It is renewed { $renews }; { free }.
budget-whose = { $scope ->
        [user] of one person
        [role] of your role
        [server] of { this-server }
       *[bot] of the whole bot
    }{ $in_server ->
        [true] {" "}in { this-server }
       *[false] {""}
    }
queue-full = { $waiting } requests wait already, and { $limit } is the most. Try again in a few minutes; { free }.
too-many-jobs = { $scope ->
        [user] You have
        [here] In { this-server } you have
       *[server] { this-server-first } has
    } { $open } requests open already, and { $limit } is the most. Wait until one is done; { free }.
cancelled = This request was cancelled by { $is_known ->
        [true] { $by }
       *[false] someone who is forgotten by now
    }. Ask again whenever you like; { cost }.
rate-limited = The images service has too much to do right now and turned the request away. Try again in { wait }; { cost }.
provider-down = The images service did not answer, or broke down on the way. Try again in a few minutes; { cost }.
provider-timed-out = The images service did not finish in time. Try again with a lower quality or fewer pictures; { cost }.
provider-paused = The images service has failed for everybody for a while, so I did not ask it. Try again in { wait }; { cost }.
wait = { $has_wait ->
        [true] { $wait }
       *[false] a minute
    }
organization-unverified = The images service gives { $model } to verified organizations alone. Choose another `model`, or ask the person who runs the bot to verify theirs; { cost }.
account-blocked = The images service has blocked this bot's account. Only the person who runs the bot can sort that out; { cost }.
address-wrong = There is no images service at the address that this bot asks. Only the person who runs the bot can correct it; { cost }.
empty-answer = The images service answered without a picture, as it may when its safety system does not want one. Say it in another way and ask again; { cost }.
key-rejected = The images service does not accept this bot's key. Only the person who runs the bot can mend that; { cost }.
out-of-money = This bot's account at the images service is out of money or over its limit. Only the person who runs the bot can top it up; { cost }.
model-unknown = The images service does not have the model { $model }, or no longer. Choose another `model`; { cost }.
request-rejected = The images service did not take the request as it was. Try other options, or tell the person who runs the bot; { cost }.
bad-answer = The images service sent an answer without a whole picture in it. Try again in a moment; { cost }.
interrupted = Easel was stopped before this request was done. Ask once more in a few minutes; { cost }.
outcome-unknown = Easel was stopped while the images service was at work, so what came of it is unknown. You were not charged; press the button to ask once more.
unexpected = Something went wrong in Easel itself, and the log has the details. Try again later; it is not known whether it cost anything.
too-late = Your last request reached Easel too late for Discord, which told you that nobody answers. Ask once more; { cost }.
place-closed = { $asleep ->
        [true] The thread is archived or locked, so that Discord lets me answer nothing in { this-channel }. Have it opened again, or ask in another channel
       *[false] Discord lets me answer nothing { here }. Ask a moderator to let me in, or use another channel
    }; { cost }.
storage-down = Easel cannot keep anything right now: its own database or storage does not answer. Try again in a few minutes; { free }.
server-key-unreadable = This server has a key of its own for the images service, which I cannot read any more. Whoever manages the server can enter it again with /settings; { free }.
server-key-changed = The key that was to pay for this was taken out or changed while it waited. Ask once more; { free }.
not-yours = Only the person who asked for these pictures can do that. Look at your own with /history; { free }.
not-for-you = Only { $whose } can do that { here }. Ask one of them; { free }.
closed-here = { this-server-first } has that only{ $in_channels ->
        [true] {" "}in { $channels }
        [elsewhere] {" "}in other channels
       *[false] {""}
    }{ $for_roles ->
        [true] {" "}for { $roles }
       *[false] {""}
    }. Ask its moderators if that should change; { free }.
muted = The moderators of { this-server } have muted you for Easel { $has_end ->
        [true] until { $until }
       *[false] for good
    }. Ask them if you wonder why; { free }.
word-refused = { this-server-first } does not want a word or a phrase of your prompt. Say it in another way; { free }.
export-too-soon = You have asked for all that is kept of you within the last hour. Ask again { $next }; { free }.
messages-closed = Discord does not let me write you a direct message, and everything of yours is for nobody else's eyes. Allow direct messages in the privacy settings of this server, or write to me first, and ask again; { free }.
no-gallery = There is no gallery{ here-if-here } that pictures could be shared in. Whoever manages the server can choose a channel for it with /settings; { free }.
gallery-closed = { $why ->
        [filtered] Discord's own filter takes the picture for explicit and lets nobody post it in { gallery-channel }. Only another picture would get through
        [refused] I cannot post in { gallery-channel }. Whoever manages the server can let me in, or choose another channel with /settings
       *[lost] Discord did not take the picture for { gallery-channel }. Try again in a few minutes
    }; { free }.
gallery-channel = { $has_channel ->
        [true] { $gallery }
       *[false] the channel
    }, where shared pictures go
shared-already = This picture is shared in { this-server } already. Look with /gallery mine, which can take it back; { free }.
not-shared = This picture is not shared any more. Look at others with /gallery new; { free }.
own-picture = { $act ->
        [heart] This picture is your own, and hearts count that others give. Look at theirs with /gallery new
       *[report] This picture is your own, and reports count that others make. Take it back with /gallery mine
    }; { free }.
theme-over = This theme is over, or was never there. Look at what is open with /theme list; { free }.
barred-here = This picture was reported{ here-if-here }, and the moderators have not kept it. Ask them, or share another one; { free }.
moderation-lower = This picture was made with lower moderation than this channel has. It stays where it was made; { free }.
edits-forbidden = { $by ->
        [server] { this-server-first }
       *[person] The person whose it is
    } lets nobody else edit this picture. Work from one of your own; { free }.
draft-over = This change was sent, dropped or prepared more than an hour ago. Begin once more with Edit; { free }.
request-forgotten = I don't have this request any more. Ask again, and choose the model yourself; { free }.
not-made-yet = There are no pictures of this request so far. Look again with /history in a while; { free }.
pictures-gone = These pictures are not kept any more. Ask for new ones with /imagine; { free }.
too-large-to-post = { made } it is over Discord's file limit { here }, even re-encoded. /history keeps it, and a smaller `size` or `format` jpeg would fit; { paid }.
channel-closed = { made } I can no longer post in { this-channel }. Take it from /history, or ask a moderator to let me in; { paid }.
thread-closed = { made } the thread is archived or locked, so that I can post nothing in { this-channel }. Take it from /history, or have the thread opened again; { paid }.
picture-filtered = { made } Discord's own filter takes it for explicit, and lets nobody post it { here }. Only another picture would get through, so say it in another way; { paid }.
discord-down = { made } Discord did not take it, however often I tried. Take it from /history in a few minutes; { paid }.
options-conflict = `{ $option }` { $value } does not go with `{ $other }` { $other_value }. Choose { $choices } as `{ $other }`; { free }.
mask-marks-nothing = { $how ->
        [chosen] Nothing of the picture would be painted anew. Choose another part, or turn it over
        [opaque] The mask is nowhere transparent, so it marks nothing to change. Paint white, or erase, what should be painted anew
       *[black] The mask is black all over, so it marks nothing to change. Paint white, or erase, what should be painted anew
    }; { free }.
content-refused = The safety system of the images service refused this request{ $has_categories ->
        [true] {" "}({ $categories })
       *[false] {""}
    }. Say it in another way, or use another picture; { free }.
# $rule says what about the size does not go; $limit may be words, such as "3:1".
size-not-allowed = The size { $size } { $rule ->
        [shape] is not written as width x height, such as { $limit }
        [divisor] has a side that { $limit } does not divide
        [ratio] is longer than { $limit }
        [side] has a side over { $limit } pixels
        [fewest-pixels] has fewer than { $limit } pixels in all
       *[most-pixels] has more than { $limit } pixels in all
    }, which { $model } does not make. Choose one of the sizes that the command offers{ or-the-model }; { free }.
or-the-model = { $has_elsewhere ->
        [true] , or the model { $elsewhere }
       *[false] {""}
    }

## An option that cannot have its value

option-of-server = { this-server-first } does not want `{ $option }` { $value }. Choose { $choices }{ or-the-model }; { free }.
option-of-server-number = { this-server-first } does not want `{ $option }` { $value }. Choose a number from 1 to { $high }{ or-the-model }; { free }.
option-model = The model { $value } is not switched on { here }. Choose { $choices }; { free }.
option-number = `{ $option }` { $value } is outside what goes { here }. Choose a number from { $low } to { $high }{ $option ->
        [frame_ms] {" "}in steps of { $step }
       *[other] {""}
    }; { free }.
option-missing = The model { $model } has no `{ $option }`. Leave it out{ $has_elsewhere ->
        [true] , or choose the model { $elsewhere }
       *[false] {""}
    }; { free }.
# Strokes, arrows and words that somebody drew over a picture, for the model to follow.
option-markup = The model { $model } does not follow marks over a picture here. { $has_elsewhere ->
        [true] Choose the model { $elsewhere }, or
       *[false] You can
    } repaint what they cover; { free }.
option-value = The model { $model } has no `{ $option }` { $value }. Choose { $choices }{ or-the-model }; { free }.

## Something in a message that looks like an option, and does not count

# $what and $way_out are messages below.
misread = { $what }. { $way_out }{ $quotes ->
        [true] , and what is meant as words goes into quotes
       *[false] {""}
    }; { free }.
mistake-unknown = “{ $written }” looks like an option, and I have none of that name
mistake-misspelt = “{ $written }” is no option of mine
mistake-unmarked = “{ $written }” looks like an option without its two dashes
mistake-value-missing = “{ $written }” lacks its value
mistake-value-unknown = “{ $written }” is no value that this option takes
mistake-no-value-taken = “{ $written }” is an option that takes no value
mistake-misplaced = “{ $written }” is an option with words behind it, and options come last
mistake-twice = “{ $written }” is a second value for what was chosen before it
mistake-private = “{ $written }” is for commands alone: a message is answered by a reply, which all can read
way-out-private = For your eyes alone use /imagine or /edit with `private`
way-out-meant = You probably meant: **{ $meant }**{ $has_range ->
        [true] {" "}(a number from { $low } to { $high })
       *[false] {""}
    }
way-out-offered = There are { $names }
way-out-value = Write `--{ $option }` and its value at the end
way-out-number = Choose a number from { $low } to { $high }
way-out-choices = Choose { $choices }{ $option ->
        [size] , or pixels such as 1024x1536
       *[other] {""}
    }

## Where the account at the images service is a server's own, and not the bot's

of-server-organization-unverified = The images service gives { $model } to verified organizations alone, and this server's own key is of none. Choose another `model`, or ask those who manage the server; { cost }.
of-server-account-blocked = The images service has blocked the account of this server's own key. Those who manage the server can sort that out, or take the key out with /settings; { cost }.
of-server-key-rejected = The images service does not accept this server's own key. Those who manage the server can enter another one, or take it out, with /settings; { cost }.
of-server-out-of-money = The account of this server's own key is out of money or over its limit. Those who manage the server can top it up, or take the key out with /settings; { cost }.
of-server-format-not-granted = The account of this server's own key has no access to `format` { $output_format } with { $model }. Choose png, webp or jpeg; { free }.
of-server-model-unknown = The images service does not have the model { $model } for this server's own key. Choose another `model`; { cost }.
