### What Discord shows in its list of commands: at most 100 characters each, choices too.

## The commands

command-imagine = Make a picture from words
command-edit = Change pictures of yours with words
command-usage = What you used, and what is left of the budgets
command-history = Your last requests, and their pictures once more
command-references = The pictures that go with your next request
command-tree = The family of a picture, drawn as one image
command-help = What I can do here, by example
command-privacy = Who may edit your pictures
command-forget = Have deleted what is kept of you
command-forget-me = Delete all that I keep of you, after asking
command-export = Get what is kept of you
command-export-me = Send you all that I keep of you, by direct message
command-gallery = The pictures that were shared in this server
command-gallery-top = The most hearted pictures of this server
command-gallery-new = The newest pictures of this server
command-gallery-random = Any picture that was shared in this server
command-gallery-mine = What you shared here, to look at or to take back
command-theme = Themes that pictures can be shared for
command-theme-open = For moderators: open a theme
command-theme-close = For moderators: end a theme before its time
command-theme-list = The themes that are open
command-settings = What this server wants: channels, models, budgets, words; for those who manage it
command-mute = Let a person use the bot no more in this server
command-unmute = Let a person use the bot again
command-muted = Who is muted for the bot here
command-reports = The reported pictures that wait for a decision
command-audit = What the moderators did here with the bot

## Their options

option-prompt = What the picture should show, or what should change
option-quality = How much work goes into it; higher costs more and takes longer
option-size = Width x height in pixels; any that the model takes
option-background = What is behind the subject; transparent needs png or webp
option-n = How many pictures
option-model = Which model draws
option-seed = The same number gives the same picture again, where the provider has seeds
option-format = The file format of the result
option-private = Show the answer to you alone
option-spoiler = Cover the pictures until somebody clicks them
option-complexity = How much the model plans before it draws
option-frames = How many pictures an animation has (gif)
option-frame-ms = How long each picture of an animation stands, in milliseconds (gif)
option-aspect = Extend the picture to this shape; every pixel of it stays
option-area = With a mask: send only the marked part with some room around it, or the whole picture
option-fidelity = How closely to keep to your pictures
option-image = The picture to change
option-mask = Where to change it: white, or transparent, or the picture painted over in one colour
option-further-image = A further picture to work from
option-preview = Show where it changes before anything is spent, with a grid to choose from
option-span = How far back
option-by = Pictures of one person alone
option-theme-name = What the theme is called
option-theme-ends = In how many days it ends
option-theme-channel = The channel or thread that its pictures go to
option-theme = One of the themes that are open
option-muted-person = Who it is
option-unmuted-person = Who it is; also somebody who has left
option-mute-time = For how long
option-picture = One of your last pictures; your newest one if you leave it out

## Choices of how far back a gallery reaches

span-week = the last 7 days
span-month = the last 30 days
span-ever = all time

## Choices of how long a mute lasts

mute-time-hour = 1 hour
mute-time-day = 1 day
mute-time-week = 1 week
mute-time-ever = for good

## The entries of the Apps menu of a message, at most 32 characters each

menu-edit = Edit picture
menu-reference = Use as reference
menu-info = Picture info

## Sizes in the list to choose from, behind their pixels

size-1024x1024 = 1024x1024 (square)
size-1024x1536 = 1024x1536 (portrait)
size-1536x1024 = 1536x1024 (landscape)
size-2048x2048 = 2048x2048 (large square)
size-1152x2048 = 1152x2048 (tall, 9:16)
size-2048x1152 = 2048x1152 (wide, 16:9)
size-1440x2560 = 1440x2560 (large, 9:16)
size-2560x1440 = 2560x1440 (large, 16:9)
size-2160x3840 = 2160x3840 (4K, 9:16)
size-3840x2160 = 3840x2160 (4K, 16:9)

# A model with the last day that its maker serves it, as 2026-12-31.
model-with-end = { $model } (at { $maker } until { $day })
