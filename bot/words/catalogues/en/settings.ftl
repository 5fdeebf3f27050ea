### /settings: its parts, selects, buttons and forms, and what it says about each part.

## The message; its title, text and the select of its parts

# At the top; at most 256 characters.
overview-title = Easel in this server
overview-intro = Settings here override the bot's defaults. Choose a part below to change it.
# The select; at most 150 characters.
overview-section = What would you like to change?

## Its parts, in their order, at most 100 characters each

section-channels = Channels & gallery
section-who = Who & where
section-models = Models & options
section-defaults = Defaults
section-budgets = Spending & limits
section-friendly = Moderation
section-privacy = Privacy
section-key = Your own API key

## Selects, at most 150 characters each

select-gallery-channel-id = Gallery: a text or forum channel
select-reports-channel-id = Reports: a channel for moderators
select-language = Language of public answers: leave empty for the server's
select-doing = What for?
select-where = Channels: leave empty for everywhere
select-whose = Roles: leave empty for everyone
select-models = Models: leave empty for all
select-qualities = Qualities: leave empty for all
select-sizes = Sizes: leave empty for all
select-default-model = Model: leave empty for the bot's default
select-default-quality = Quality: leave empty for the bot's default
select-default-size = Size: leave empty for the bot's default
select-moderation = How strict the provider is
select-low-moderation-channel-ids = Age-restricted channels with the lowest strictness
select-budget = Spending limit for a role: choose the role

## Buttons, at most 80 characters each

button-weekly-on = Post pictures of the week
button-weekly-off = Stop pictures of the week
button-streaming-on = Show pictures while they're drawn
button-streaming-off = Don't show pictures while they're drawn
button-masked-edits-on = Edits with a mask: change only what's marked
button-masked-edits-off = Edits with a mask: post what the model draws
button-uploads-on = Allow edits of members' uploads
button-uploads-off = Don't allow edits of members' uploads
button-n-limit = Pictures per request
button-default-n = Pictures per request
button-user = Spending limit per member
button-server = Spending limit of the server
button-limits = Unfinished requests
button-words = Blocked words
button-correct = Correct it

## What can be limited to some channels and roles, at most 100 characters each

doing-imagine = Making pictures
doing-edit = Editing pictures
doing-share = Sharing in the gallery

## How strict the provider is; the first word is its own name for it; at most 100 characters each

moderation-auto = auto: the provider's default
moderation-low = low: the least strict the provider offers

## Titles of forms, at most 45 characters each

form-n-limit = Most pictures per request
form-default-n = Pictures, if nobody chooses a number
form-user = Spending limit per member
form-role = Spending limit per member with a role
form-server = Spending limit of the server
form-limits = Unfinished requests at the same time
form-words = Blocked words and phrases

## Fields of forms, at most 45 characters each

field-n-limit = Pictures
field-default-n = Pictures
field-pictures-day = Pictures a day
field-pictures-month = Pictures a month
field-microusd-day = Dollars a day
field-microusd-month = Dollars a month
field-jobs-per-user = Per member
field-jobs-per-server = In the whole server
field-words = One word or phrase per line

## Under fields, at most 100 characters each

empty-is-inherited = Leave empty for the bot's default
words-hint = Matches whole words; capitals, accents and look-alike letters don't matter

## What was typed and isn't valid

# $field is the name of a field of a form.
not-a-count = **{ $field }**: “{ $typed }” isn't a number from { $least } to { $most }. Nothing was changed; press the button below to correct it.
not-an-amount = **{ $field }**: “{ $typed }” isn't { $unit ->
        [pictures] a whole number such as 20
       *[dollars] an amount such as 2.50
    }. Nothing was changed; press the button below to correct it.
quoted = “{ $typed }”
words-left-out = Not saved, because { $full ->
        [true] the list is full
       *[false] they have no letters or digits
    }: { $words }. The rest is saved.

## What is set, and the bot's defaults

line = **{ $name }**: { $value }
line-inherited = **{ $name }**: *bot's default: { $value }*
line-name-gallery = Gallery
line-name-reports = Reports
line-name-weekly = Pictures of the week
line-name-language = Language
line-name-models = Models
line-name-qualities = Qualities
line-name-sizes = Sizes
line-name-n-limit = Pictures per request
line-name-streaming = Shown while they're drawn
line-name-masked-edits = Edits with a mask
masked-edits-exact = exact (only what's marked changes)
masked-edits-as-drawn = as the model draws them
line-name-default-model = Model
line-name-default-quality = Quality
line-name-default-size = Size
line-name-default-n = Pictures
line-name-jobs-per-user = Unfinished requests per member
line-name-jobs-per-server = Unfinished requests in the server
line-name-words = Blocked words and phrases
line-name-strictness = Provider's strictness
line-name-lowest-strictness = Lowest strictness
line-name-uploads = Members' uploads
on = on
off = off
none = none
none-to-share = none; nothing can be shared
language-of-discord = that of this server in Discord
all-of = all: { $names }
all-of-model = all the model supports
up-to = up to { $number }
at-most = at most { $number }
instead = { $value }, because { $own } isn't available here
everybody-everywhere = everyone, everywhere
# Where it can be used: an example is "only in #art, for everyone".
opening = { $in_channels ->
        [true] only in { $channels }
       *[false] everywhere
    }, { $for_roles ->
        [true] only for { $roles }
       *[false] for everyone
    }
strictness-own = provider's default
in-channels = in { $channels }
in-no-channel = in no channel
uploads = { $edited ->
        [true] others can edit them
       *[false] others can't edit them
    }

## Warnings, on lines of their own

channel-gone = ⚠️ It no longer exists, or I can't see it.
channel-lacks = ⚠️ I don't have { $permissions } there.
limit-lower = ⚠️ The bot's own limit of { $limit } is lower.
unmarked = ⚠️ Not in { $channels }: not marked as age-restricted in Discord.
strictness-unknown = ⚠️ This bot's provider has no setting for strictness.
misfit = ⚠️ The { $setting } { $values } has no effect: { $why ->
        [off] the bot doesn't have it anymore
        [over] the bot's own limit is lower
       *[outside] it isn't allowed here
    }.
# What $setting may be.
misfit-models = model
misfit-qualities = quality
misfit-n-limit = picture limit
misfit-default-model = default model
misfit-default-quality = default quality
misfit-default-size = default size
misfit-default-n = default number of pictures

## Spending limits

budgets-none = **Spending limits**: none
budgets-by-key = *bot's limits: none, because this server's own API key pays*
budgets-inherited-none = *bot's limits: none*
budgets-inherited = *The bot's own limits also apply:*
# $amounts are one or more of budget-money and budget-pictures.
budget-line = { $scope ->
        [role] Each member with { $role }
        [user] Each member
        [server] The whole server
       *[bot] Everyone together
    }: { $amounts }
budget-money = { $amount } { $period ->
        [day] a day
       *[month] a month
    }
budget-pictures = { $amount ->
        [one] { $amount } picture
       *[other] { $amount } pictures
    } { $period ->
        [day] a day
       *[month] a month
    }
budgets-more = and { $more } more
