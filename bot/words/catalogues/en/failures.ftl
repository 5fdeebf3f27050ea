### What went wrong: what happened, what to do, and where a request could have cost something, whether it did. Short sentences each.
### Each message is named for an error of the tree in bot/domain/errors; an error without one uses that of the kind above it.
### What stands between backticks is what people type, and stays.

## Parts that the messages share

# A sentence of its own. Only where the request could have cost something: not after Delete, Share, hearts, reports, mutes or settings.
free = Nothing was spent.
# The same, once the provider was asked.
cost = { $charge ->
       *[free] { free }
        [unsure] The provider may have charged for it.
        [all] The provider had already started, so it counts toward your limits.
        [part] The provider had already started, so { $percent }% of it counts toward your limits.
    }
# For pictures that were made and couldn't be posted.
paid = { $free ->
        [true] It cost nothing.
       *[false] It was paid for.
    }
# Begins a sentence; a colon and the reason follow.
made = { $posted ->
        [0] Your request is finished, but I couldn't post it
       *[other] I could post only { $posted } of { $pictures ->
            [one] { $pictures } picture
           *[other] { $pictures } pictures
        }
    }

# Read in the channel it's about ($where is "here"), or elsewhere, with a mention of that channel.
here = { $where ->
        [here] here
       *[elsewhere] in { $channel }
    }
# For sentences that need no place when read elsewhere.
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
       *[elsewhere] the server that { $channel } is in
    }
# The same at the start of a sentence.
this-server-first = { $where ->
        [here] This server
       *[elsewhere] The server that { $channel } is in
    }

# Who can do something: "Only the person who asked for it or a moderator can do that here."
standing-asker = the person who asked for it
standing-channel-moderator = a moderator
standing-manager = someone with Manage Server
standing-member = a member of the server
standing-moderator = a moderator
# Between them.
standing-or = {" or "}

## Without an error of their own

failed-plainly = This request failed, and Discord blocks the message that says why. See /history for the reason.
unreadable = Discord sent something I can't read, such as a poll. Try without it, or use another message. Nothing was spent.
form-over = This form has expired. Open it again. Nothing was sent.

## The errors

prompt-blank = The prompt is empty. Describe what the picture should show. { free }
prompt-too-long = The prompt has { $length } characters; the limit is { $limit }. Shorten it and try again. { free }
prompt-too-long-for-model = The prompt is too long for { $model }{ $has_limit ->
        [true] {" "}(limit: { $limit } characters)
       *[false] {""}
    }. Shorten it, or choose another `model`. { free }
request-too-large = { $pictures ->
        [0] The request is too large for the provider. Shorten the prompt and try again.
        [one] The picture is too large for the provider. Scale it down and try again.
       *[other] Together, the pictures are too large for the provider. Scale them down or use fewer.
    } { free }
format-not-granted = This bot's account with the provider can't use `format` { $output_format } with { $model }. Choose png, webp or jpeg. { free }
edits-not-offered = The image provider{ here-if-here } can't edit pictures. Use /imagine instead. { free }
mask-not-offered = The image provider{ here-if-here } doesn't support masks. Remove the `mask` and describe in the prompt what should change. { free }
mask-for-several-pictures = A mask works with only one picture{ here-if-here }, and you sent { $pictures }. Remove the mask or the other pictures. { free }
too-many-pictures = That makes { $pictures } pictures, and the limit is { $limit }. Use fewer, or clear your reference pictures with /references. { free }
no-picture-there = I can't find a picture in that message. Choose a message with an attached picture (a link isn't enough), or attach one yourself. { free }
picture-out-of-sight = Discord doesn't let me see attachments in other people's messages. Open that message's menu and choose Apps > Edit picture. { free }
no-such-picture = There is no picture { $place } in that message; it has { $pictures }. Start with another number. { free }
nothing-larger = { $model } can't make a larger picture of this shape. Edit it with another `model`. { free }
already-that-shape = The picture is already { $aspect }, so there is nothing to add. Choose another `aspect`. { free }
aspect-not-taken = { $beside ->
        [mask] An `aspect` adds to the picture, and a `mask` changes what's in it. Use only one of them.
        [size] An `aspect` already decides the size of the picture. Remove the `size`.
        [preview] An `aspect` adds around the picture, so there is no area to choose. Remove `preview`.
       *[nothing] An `aspect` extends an existing picture. Choose a `size` for a new one.
    } { free }
extended-too-far = That would make the picture longer than { $limit }:1, and { $model } can't do that. Extend it the other way first, or choose another `model`. { free }
area-not-taken = { $as_drawn ->
        [true] `area` { $area } works only with exact edits, and they're switched off { here }. Remove `area`, or ask someone with Manage Server or whoever runs this bot.
       *[false] `area` { $area } needs a mask: it says how much of the picture the model is shown. Add a `mask`, or remove `area`.
    } { free }
unsupported-image = { $known ->
        [yes] I can't read the { $found } file in `{ $label }`.
        [no] The file in `{ $label }` is { $found }, not a { $formats } picture.
       *[unclear] The file in `{ $label }` isn't a { $formats } picture.
    } { $found ->
        [HEIC] On an iPhone, set Camera > Formats to Most Compatible, or attach a screenshot.
       *[other] Save it as PNG or JPEG and attach that.
    } { free }
broken-image = The file in `{ $label }` is incomplete or damaged. Open it, save it again and attach the new copy. { free }
file-too-large = The file in `{ $label }` is larger than { $limit_mib } MiB. Make it smaller, or save it as JPEG, and try again. { free }
too-many-pixels = The picture in `{ $label }` is { $size } pixels; the limit for its format is { $limit_megapixels } megapixels. Scale it down and try again. { free }
side-too-long = The picture in `{ $label }` is { $size } pixels; no side can be longer than { $limit_side }. Crop it or scale it down and try again. { free }
image-too-complex = The file in `{ $label }` takes too much memory or time to read. Make it smaller, or save it as a plain JPEG or PNG, and try again. { free }
foreign-file = The file in `{ $label }` isn't on Discord's servers. Attach the file itself. { free }
file-unavailable = Discord didn't give me the file in `{ $label }`. Attach it again and retry. { free }
mask-of-another-shape = The mask is { $mask_size } and the picture is { $image_size }, so their shapes don't match. Use a mask with the picture's proportions. { free }
mask-too-detailed = The mask is too detailed: it takes { $size_mib } MiB, and the limit is { $limit_mib } MiB. Use plain areas of black and white, or a smaller picture. { free }
not-allowed = I need { $permission_names } to post pictures { here }. Ask a moderator to allow it, or use another channel. { free }
# $left and $limit count pictures, or money that $price_left and $price_limit write out.
budget-spent = { $left ->
        [0] { $scope ->
            [server] { this-server-first } has
            [bot] This bot has
           *[user] You've
        } reached { budget-whose } ({ $unit ->
            [microusd] { $price_limit }
           *[pictures] { $limit ->
                [one] { $limit } picture
               *[other] { $limit } pictures
            }
        }).
       *[other] That would take { $scope ->
            [server] { this-server }
            [bot] this bot
           *[user] you
        } over { budget-whose }: { $unit ->
            [microusd] { $price_left } of { $price_limit } left.
           *[pictures] { $left } of { $limit ->
                [one] { $limit } picture
               *[other] { $limit } pictures
            } left.
        }
    } It resets { $renews }. { free }
# As in "You've reached today's limit in this server".
budget-whose = { $period ->
        [month] this month's limit
       *[day] today's limit
    }{ $scope ->
        [role] {" "}for your role
       *[user] {""}
    }{ $in_server ->
        [true] {" "}in { this-server }
       *[false] {""}
    }
queue-full = The queue is full: { $waiting ->
        [one] { $waiting } request is
       *[other] { $waiting } requests are
    } waiting, and the limit is { $limit }. Try again in a few minutes. { free }
too-many-jobs = { $scope ->
        [user] You have
        [here] You have
       *[server] { this-server-first } has
    } { $open ->
        [one] { $open } unfinished request
       *[other] { $open } unfinished requests
    }{ $scope ->
        [here] {" "}in { this-server }
       *[other] {""}
    }, and the limit is { $limit }. Wait until one is finished. { free }
cancelled = { $is_known ->
        [true] { $by } cancelled this request.
       *[false] This request was cancelled.
    } You can try again anytime. { cost }
rate-limited = The image provider is too busy right now. You can try again { wait }. { cost }
provider-down = The image provider didn't answer, or stopped partway. Try again in a few minutes. { cost }
provider-timed-out = The image provider took too long. Try again with lower quality or fewer pictures. { cost }
provider-paused = The image provider has been failing for everyone, so I didn't ask it. You can try again { wait }. { cost }
# As in "You can try again in a moment"; $wait is such as "in 3 minutes", and "soon" is less than ten seconds.
wait = { $has_wait ->
        [true] { $wait }
        [soon] in a moment
       *[false] in a minute
    }
organization-unverified = The provider only gives { $model } to verified organizations. Choose another `model`, or ask whoever runs this bot to verify theirs. { cost }
account-blocked = The image provider has blocked this bot's account. Only whoever runs this bot can fix that. { cost }
address-wrong = There is no image provider at the address set for this bot. Only whoever runs this bot can fix that. { cost }
empty-answer = The provider answered without a picture; its safety system may have stopped it. Rephrase your prompt and try again. { cost }
key-rejected = The image provider doesn't accept this bot's key. Only whoever runs this bot can fix that. { cost }
out-of-money = This bot's account with the provider is out of money or over its limit. Only whoever runs this bot can top it up. { cost }
model-unknown = The provider doesn't have the model { $model }, or no longer does. Choose another `model`. { cost }
request-rejected = The provider rejected the request. Try other options, or tell whoever runs this bot. { cost }
bad-answer = The provider's answer had no complete picture in it. Try again in a moment. { cost }
interrupted = Easel was stopped before it finished this request. Try again in a few minutes. { cost }
outcome-unknown = Easel was stopped while the provider was working, so the result is unknown. Press the button to try again. You weren't charged.
unexpected = Something went wrong in Easel itself; the details are in its log. Try again later. It may or may not have cost something.
too-late = Your last request reached Easel too late, and Discord said the app didn't respond. Try again. { cost }
place-closed = { $asleep ->
        [true] I can't answer { here } because the thread is archived or locked. Have it reopened, or use another channel.
       *[false] I'm not allowed to answer { here }. Ask a moderator to let me in, or use another channel.
    } { cost }
storage-down = Easel can't save anything right now because its database or storage isn't responding. Try again in a few minutes. { free }
server-key-unreadable = I can't read this server's own API key anymore. Someone with Manage Server can enter it again in /settings. { free }
server-key-changed = The API key that was going to pay for this was removed or changed. Try again. { free }
not-yours = Only the person who asked for these pictures can do that. See your own with /history.
not-for-you = Only { $whose } can do that { here }. Ask them to do it.
closed-here = { this-server-first } allows that only{ $in_channels ->
        [true] {" "}in { $channels }
        [elsewhere] {" "}in other channels
       *[false] {""}
    }{ $for_roles ->
        [true] {" "}for { $roles }
       *[false] {""}
    }. Ask a moderator if you'd like that changed.{ $doing ->
        [share] {""}
       *[other] {" "}{ free }
    }
muted = The moderators of { this-server } have { $has_end ->
        [true] muted you in Easel until { $until }
       *[false] permanently muted you in Easel
    }. Ask them if you have questions.
word-refused = Your prompt contains a word { this-server } doesn't allow. Rephrase it and try again. { free }
export-too-soon = You already asked for your data within the last hour. You can ask again { $next }.
messages-closed = I can't send you a direct message, and your data is for your eyes only. Allow direct messages in this server's privacy settings, or message me first, and try again.
no-gallery = There is no gallery{ here-if-here } to share pictures in. Someone with Manage Server can choose a channel for it in /settings.
gallery-closed = { $why ->
        [filtered] Discord's filter blocks this picture as explicit in { gallery-channel }. Try a different picture.
        [refused] I can't post in { gallery-channel }. Someone with Manage Server can give me access, or choose another channel in /settings.
       *[lost] Discord didn't accept the picture in { gallery-channel }. Try again in a few minutes.
    }
gallery-channel = { $has_channel ->
        [true] { $gallery }
       *[false] the gallery channel
    }
shared-already = This picture is already shared in { this-server }. You can unshare it with /gallery mine.
not-shared = This picture isn't shared anymore. See others with /gallery new.
own-picture = { $act ->
        [heart] You can't heart your own picture. See other people's with /gallery new.
       *[report] You can't report your own picture. Unshare it with /gallery mine.
    }
theme-over = This theme has ended or doesn't exist. See the open themes with /theme list.
barred-here = The moderators took this picture down{ here-if-here } after a report. Ask them, or share another one.
moderation-lower = This picture was made with looser moderation than this channel allows. Use it only where it was made.
edits-forbidden = { $by ->
        [server] { this-server-first } doesn't allow edits of other members' uploads.
       *[person] The owner of this picture doesn't allow edits.
    } Edit one of your own. { free }
draft-over = This change was already sent or cancelled, or is more than an hour old. Press Edit to start again.
request-forgotten = I no longer have this request. Send it again and choose the model yourself. { free }
not-made-yet = This request has no pictures yet. Check /history again in a while.
pictures-gone = These pictures are no longer stored. Make new ones with /imagine. { free }
too-large-to-post = { made }: Discord's file limit { here } is too low, even after re-encoding. Get your pictures from /history, or try a smaller `size` or `format` jpeg. { paid }
channel-closed = { made }: I no longer have access to { this-channel }. Get your pictures from /history, or ask a moderator to give me access. { paid }
thread-closed = { made }: { $where ->
        [here] this thread
       *[elsewhere] { $channel }
    } is archived or locked. Get your pictures from /history, or have the thread reopened. { paid }
picture-filtered = { made }: Discord's filter found explicit content and blocks it { here }. Only a different picture will get through, so rephrase your prompt. { paid }
discord-down = { made }: Discord didn't respond, even after many tries. Get your pictures from /history in a few minutes. { paid }
options-conflict = { $value ->
        [transparent] { $other_value ->
            [jpeg] JPEG can't be transparent.
           *[other] `{ $other }` { $other_value } can't be transparent.
        }
       *[other] `{ $option }` { $value } doesn't work with `{ $other }` { $other_value }.
    } { $value ->
        [transparent] Choose { $choices }.
       *[other] Set `{ $other }` to { $choices }.
    } { free }
mask-marks-nothing = { $how ->
        [chosen] That would repaint nothing. Choose another area, or press Invert.
        [painted] I found nothing painted in your copy. Paint the part to change in one bright colour and send it again.
        [opaque] The mask has no transparent area, so it marks nothing to repaint. Erase the part to change, or paint it white.
       *[black] The mask is completely black, so it marks nothing to repaint. Paint the part to change white, or erase it.
    } { free }
content-refused = The provider's safety system refused this request{ $has_categories ->
        [true] {" "}({ $categories })
       *[false] {""}
    }. Rephrase your prompt, or use another picture. { free }
# $rule says what is wrong with the size; $limit may be words, such as "3:1".
size-not-allowed = { $rule ->
        [shape] The size { $size } isn't a width x height such as { $limit }.
        [divisor] The size { $size } doesn't work with { $model }: both sides must be multiples of { $limit }.
        [ratio] The size { $size } doesn't work with { $model }: it can't be longer than { $limit }.
        [side] The size { $size } doesn't work with { $model }: no side can be over { $limit } pixels.
        [fewest-pixels] The size { $size } doesn't work with { $model }: it needs at least { $limit } pixels in total.
       *[most-pixels] The size { $size } doesn't work with { $model }: it can have at most { $limit } pixels in total.
    } Choose one of the suggested sizes{ or-the-model }. { free }
or-the-model = { $has_elsewhere ->
        [true] , or use the model { $elsewhere }
       *[false] {""}
    }

## An option that can't have its value

option-of-server = { this-server-first } doesn't allow `{ $option }` { $value }. Choose { $choices }{ or-the-model }. { free }
option-of-server-number = { this-server-first } doesn't allow `{ $option }` { $value }. Choose a number from 1 to { $high }{ or-the-model }. { free }
option-model = The model { $value } isn't available { here }. Choose { $choices }. { free }
option-number = `{ $option }` can't be { $value } { here }. Choose a number from { $low } to { $high }{ $option ->
        [frame_ms] {" "}in steps of { $step }
       *[other] {""}
    }. { free }
option-missing = The model { $model } doesn't have `{ $option }`. Leave it out{ or-the-model }. { free }
# Strokes, arrows and words someone drew over a picture, for the model to follow.
option-markup = The model { $model } can't follow marks drawn over a picture here. { $has_elsewhere ->
        [true] Choose the model { $elsewhere }, or
       *[false] You can
    } repaint what they cover. { free }
option-value = The model { $model } doesn't support `{ $option }` { $value }. Choose { $choices }{ or-the-model }. { free }

## Something in a message that looks like an option and doesn't count

# $what and $way_out are messages below; $way_out brings its own full stop or question mark.
misread = { $what }. { $way_out }{ $quotes ->
        [true] {" "}If you mean it as words, put it in quotes.
       *[false] {""}
    } { free }
mistake-unknown = “{ $written }” looks like an option, but I don't have one with that name
mistake-misspelt = “{ $written }” isn't one of my options
mistake-unmarked = “{ $written }” looks like an option without its two dashes
mistake-value-missing = “{ $written }” needs a value
mistake-value-unknown = “{ $written }” has a value this option doesn't support
mistake-no-value-taken = “{ $written }” has a value, but this option doesn't take one
mistake-misplaced = “{ $written }” is an option followed by words; options go at the end
mistake-twice = “{ $written }” sets an option a second time
mistake-private = “{ $written }” only works with commands; everyone can read my reply to a message
way-out-private = For an answer only you can see, use /imagine or /edit with `private`.
way-out-meant = Did you mean **{ $meant }**{ $has_range ->
        [true] {" "}(a number from { $low } to { $high })?
       *[false] ?
    }
way-out-offered = My options are { $names }.
way-out-value = Add `--{ $option }` and its value at the end.
way-out-number = Choose a number from { $low } to { $high }.
way-out-choices = Choose { $choices }{ $option ->
        [size] , or pixels such as 1024x1536.
       *[other] .
    }

## Where the account with the provider is the server's own, and not the bot's

of-server-organization-unverified = The provider only gives { $model } to verified organizations, and this server's API key isn't from one. Choose another `model`, or ask someone with Manage Server. { cost }
of-server-account-blocked = The provider has blocked the account of this server's API key. Someone with Manage Server can sort it out with the provider, or remove the key in /settings. { cost }
of-server-key-rejected = The provider doesn't accept this server's API key. Someone with Manage Server can enter another one or remove it in /settings. { cost }
of-server-out-of-money = The account of this server's API key is out of money or over its limit. Someone with Manage Server can top it up, or remove the key in /settings. { cost }
of-server-format-not-granted = The account of this server's API key can't use `format` { $output_format } with { $model }. Choose png, webp or jpeg. { free }
of-server-model-unknown = The provider doesn't have the model { $model } for this server's API key. Choose another `model`. { cost }
