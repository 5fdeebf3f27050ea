### What Discord shows in its list of commands: at most 100 characters each, choices too.

## The commands

command-imagine = Make pictures from a prompt
command-edit = Change your pictures with a prompt
command-usage = See what you've used and what's left of your spending limits
command-history = See your latest requests and get their pictures again
command-references = See the reference pictures for your next request
command-tree = See what a picture was made from and what was made from it
command-help = See what I can do here, with examples
command-privacy = Choose who can edit your pictures
command-forget = Delete the data I store about you
command-forget-me = Delete everything I store about you; I'll ask first
command-export = Get the data I store about you
command-export-me = Get everything I store about you in a direct message
command-gallery = See the pictures shared in this server
command-gallery-top = See the most hearted pictures in this server
command-gallery-new = See the newest pictures in this server
command-gallery-random = See a random picture shared in this server
command-gallery-mine = See or unshare the pictures you've shared here
command-theme = Themes you can share pictures for
command-theme-open = For moderators: open a theme
command-theme-close = For moderators: end a theme early
command-theme-list = See the open themes
command-settings = Set channels, models, spending limits, blocked words and more; needs Manage Server
command-mute = Stop someone from using Easel in this server
command-unmute = Let someone use Easel in this server again
command-muted = See who is muted in this server
command-reports = See the reported pictures waiting for a decision
command-audit = See what moderators have done with Easel here

## Their options

option-prompt = What the picture should show, or what should change
option-quality = How much work goes into it; higher costs more and takes longer
option-size = Width x height in pixels; any size the model supports
option-background = What's behind the subject; transparent needs png or webp
option-n = How many pictures to make
option-model = Which model makes the picture
option-seed = The same number gives the same picture again, if the provider supports seeds
option-format = The file format of the result
option-private = Show the answer only to you
option-spoiler = Hide the pictures until someone clicks them
option-complexity = How much the model plans before it draws
option-frames = How many frames an animation has (gif)
option-frame-ms = How long each frame of an animation lasts, in milliseconds (gif)
option-aspect = Extend the picture to this shape; its own pixels all stay
option-area = With a mask: show the model only the marked area with some room around it, or the whole picture
option-fidelity = How closely to follow your pictures
option-image = The picture to change
option-mask = What to repaint: white, transparent, or a copy of the picture painted over in one colour
option-further-image = Another picture to work from
option-preview = See the area to repaint before anything is spent, and pick it on a grid
option-span = How far back to look
option-by = Only pictures by this person
option-theme-name = The name of the theme
option-theme-ends = How many days until it ends
option-theme-channel = The channel or thread its pictures are posted in
option-theme = One of the open themes
option-muted-person = Who to mute
option-unmuted-person = Who to unmute; they can have left the server
option-mute-time = How long
option-picture = One of your latest pictures; the newest if you leave it empty

## Choices of how far back a gallery reaches

span-week = the last 7 days
span-month = the last 30 days
span-ever = all time

## Choices of how long a mute lasts

mute-time-hour = 1 hour
mute-time-day = 1 day
mute-time-week = 1 week
mute-time-ever = permanently

## The entries of the Apps menu of a message, at most 32 characters each

menu-edit = Edit picture
menu-reference = Use as reference
menu-info = Picture info

## Sizes in the list to choose from, after their pixels

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

# A model with the last day its maker offers it, as 2026-12-31.
model-with-end = { $model } (from { $maker } until { $day })
