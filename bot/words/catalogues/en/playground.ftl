### The playground: its page and its welcome. What stands between backticks is what people type.

## The page

page-title = Easel's playground
page-brand = in SimCord
page-restart = Restart Easel
page-restarting = Restarting…
page-restart-failed = Restart failed: look at the terminal
page-apps = Apps

## The little Discord

guild = Easel playground
topic-pictures = Type / to see the commands
topic-gallery = What people share
topic-moderators = What is reported
moderators = Moderators
mira = Mira (moderator)

## The welcome: a title, a text, fields with a title and a text each, and a line at the end

welcome = Welcome to the playground
where = This is the real bot in a Discord that lives on this computer alone. “Viewing as”, at the top, makes you Ada, Bruno or Mira, a moderator; open further tabs to be several people at once.
title-make = Make a picture
make = Type `/imagine`, then what to see, and take **more** for `n`, `quality`, `size` and the rest.
title-change = Change a picture
change = Type `/edit`, what to change, a picture, and a `mask` that is white where to repaint. Two files to try:
title-work-on = Work on a picture
work-on =
    Reply to a picture: `@Easel make it night`. Press the buttons under it; **Edit** can change a part alone.
    Point at anybody's picture and take **Apps** > **Edit picture**. **Restart Easel**, at the top, loses nothing.
title-share = Share it
share = **Share** under your own picture hangs it in **# gallery**; go there by the list of channels, at the top, and be somebody else to give it a heart, remix it or report it. Reports reach **# moderators**, which only Mira sees; as Mira, `/settings` shows all that a server can want.
title-look-back = Look back
look-back = `/history` shows your last requests again, `/usage` what was used, `/help` all that there is.
title-phrases = See what happens when …
phrases = … these words stand in a prompt: `demo:slow=20` (it shows its sketches, and **Cancel** ends it), `demo:refuse`, `demo:outage`, `demo:quota`, `demo:broken`, `demo:big`.
demo = The embedded demo API draws the pictures; no AI model is in it. Nothing leaves this computer, nothing costs.
real = The pictures come from the images provider in your settings, and each one costs real money.
