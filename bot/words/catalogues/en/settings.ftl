### /settings: its parts, selects, buttons and forms, and what it says of each part.

## The message; its title, text and the select of its parts

# At the top; at most 256 characters.
overview-title = Easel in this server
overview-intro = What is set here comes before what the bot has by itself. Choose a part below to change it.
# The select; at most 150 characters.
overview-section = Which part to change

## Its parts, in their order, at most 100 characters each

section-channels = Channels & gallery
section-who = Who & where
section-models = Models & options
section-defaults = Defaults
section-budgets = Budgets & limits
section-friendly = Friendly
section-privacy = Privacy
section-key = Key of your own

## Selects, at most 150 characters each

select-gallery-channel-id = Gallery: a text or a forum channel
select-reports-channel-id = Reports: a channel that moderators read
select-doing = For what
select-where = Where: everywhere if you leave it empty
select-whose = For which roles: for everybody if you leave it empty
select-models = Models: all if you leave it empty
select-qualities = Qualities: all if you leave it empty
select-sizes = Sizes: all if you leave it empty
select-default-model = Model: the bot's own if you leave it empty
select-default-quality = Quality: the bot's own if you leave it empty
select-default-size = Size: the bot's own if you leave it empty
select-moderation = How strict the images service is
select-low-moderation-channel-ids = Age-restricted channels with the lowest strictness
select-budget = A budget for a role: choose the role

## Buttons, at most 80 characters each

button-weekly-on = Post pictures of the week
button-weekly-off = No pictures of the week
button-streaming-on = Show pictures as they are drawn
button-streaming-off = Do not show pictures as they are drawn
button-masked-edits-on = Masked edits: keep the rest exactly
button-masked-edits-off = Masked edits: as the model draws them
button-uploads-on = Let members' uploads be edited
button-uploads-off = Let nobody edit others' uploads
button-n-limit = Pictures per request
button-default-n = Pictures per request
button-user = Budget of each member
button-server = Budget of the server
button-limits = Open requests
button-words = Word list
button-correct = Correct it

## What can be opened to some channels and roles alone, at most 100 characters each

doing-imagine = Pictures from words
doing-edit = Changes of pictures
doing-share = Sharing in the gallery

## How strict the images service is; the first word is its own name for it; at most 100 characters each

moderation-auto = auto: as strict as the images service is by itself
moderation-low = low: the least strict that it offers

## Titles of forms, at most 45 characters each

form-n-limit = The most pictures of one request
form-default-n = Pictures where nobody says how many
form-user = Budget of each member
form-role = Budget of each member of a role
form-server = Budget of the whole server
form-limits = Requests that may be open at once
form-words = Words and phrases to refuse

## Fields of forms, at most 45 characters each

field-n-limit = Pictures
field-default-n = Pictures
field-pictures-day = Pictures a day
field-pictures-month = Pictures a month
field-microusd-day = Dollars a day
field-microusd-month = Dollars a month
field-jobs-per-user = Of one member
field-jobs-per-server = Of the whole server
field-words = One word or phrase a line

## Under fields, at most 100 characters each

empty-is-inherited = Empty: as the bot has it
words-hint = Matched whole, whatever the case, accents and look-alike letters

## What was typed and does not go

# $field is the name of a field of a form.
not-a-count = **{ $field }**: “{ $typed }” is no number from { $least } to { $most }. Nothing was changed; correct it with the button below.
not-an-amount = **{ $field }**: “{ $typed }” is not { $unit ->
        [pictures] a whole number such as 20
       *[dollars] an amount such as 2.50
    }. Nothing was changed; correct it with the button below.
quoted = “{ $typed }”
words-left-out = Left out, { $full ->
        [true] since the list is too long
       *[false] since no letter or digit is in it
    }: { $words }. The rest is kept.

## What is set, and what the bot has by itself

line = **{ $name }**: { $value }
line-inherited = **{ $name }**: *inherited: { $value }*
line-name-gallery = Gallery
line-name-reports = Reports
line-name-weekly = Pictures of the week
line-name-models = Models
line-name-qualities = Qualities
line-name-sizes = Sizes
line-name-n-limit = Pictures per request
line-name-streaming = Shown as they are drawn
line-name-masked-edits = Edits with a mask
masked-edits-exact = exact, nothing changes but what is marked
masked-edits-as-drawn = as the model draws them
line-name-default-model = Model
line-name-default-quality = Quality
line-name-default-size = Size
line-name-default-n = Pictures
line-name-jobs-per-user = Open requests of one member
line-name-jobs-per-server = Open requests of the server
line-name-words = Refused words and phrases
line-name-strictness = Strictness of the images service
line-name-lowest-strictness = Lowest strictness
line-name-uploads = Uploads of members
on = on
off = off
none = none
none-to-share = none, nothing can be shared
all-of = all: { $names }
all-of-model = all that the model has
up-to = up to { $number }
at-most = { $number } at most
instead = { $value }, since { $own } does not go here
everybody-everywhere = everybody, everywhere
# Where it is open: an example is "only in #art, for everybody".
opening = { $in_channels ->
        [true] only in { $channels }
       *[false] everywhere
    }, { $for_roles ->
        [true] only for { $roles }
       *[false] for everybody
    }
strictness-own = as it is by itself
in-channels = in { $channels }
in-no-channel = in no channel
uploads = { $edited ->
        [true] others may edit them
       *[false] nobody else may edit them
    }

## Warnings, on lines of their own

channel-gone = ⚠️ It is gone, or I cannot see it.
channel-lacks = ⚠️ I lack { $permissions } there.
limit-lower = ⚠️ The bot's own limit of { $limit } is lower.
unmarked = ⚠️ Not in { $channels }: Discord does not mark it as age-restricted.
strictness-unknown = ⚠️ The images service of this bot cannot be told how strict to be.
misfit = ⚠️ The { $setting } { $values } has no effect: { $why ->
        [off] the bot does not have it, or no longer
        [over] the bot's own limit is lower
       *[outside] it is outside of what is allowed here
    }.
# What $setting may be.
misfit-models = model
misfit-qualities = quality
misfit-n-limit = limit of pictures
misfit-default-model = default model
misfit-default-quality = default quality
misfit-default-size = default size
misfit-default-n = default number of pictures

## Budgets

budgets-none = **Budgets**: none of this server's own
budgets-by-key = *inherited: none, since this server pays by its own key*
budgets-inherited-none = *inherited: no budget of the bot's own*
budgets-inherited = *inherited, they hold as well:*
# $amounts are one or more of budget-money and budget-pictures.
budget-line = { $scope ->
        [role] Each with { $role }
        [user] Each member
        [server] The whole server
       *[bot] Everybody together
    }: { $amounts }
budget-money = { $amount } { $period ->
        [day] a day
       *[month] a month
    }
budget-pictures = { $amount } pictures { $period ->
        [day] a day
       *[month] a month
    }
budgets-more = and { $more } more
