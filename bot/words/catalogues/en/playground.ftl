### The playground: its page and its welcome. What stands between backticks is what people type.

## The page

page-title = Easel's playground
page-brand = in SimCord
page-restart = Restart Easel
page-restarting = Restarting…
page-restart-failed = Restart failed. See the terminal.
page-apps = Apps

## The little Discord

guild = Easel playground
topic-pictures = Type / to see the commands
topic-gallery = Pictures people have shared
topic-moderators = Reported pictures
moderators = Moderators
mira = Mira (moderator)

## The welcome: a title, a text, fields with a title and a text each, and a line at the end

welcome = Welcome to the playground
where = This is the real bot, in a Discord that exists only on this computer. Choose who you are under “Viewing as” at the top: Ada, Bruno or Mira, a moderator. Open more tabs to be several people at once.
title-make = Make a picture
make = Type `/imagine`, then what you'd like to see. **more** has `n`, `quality`, `size` and the rest.
title-change = Change a picture
change = Type `/edit`, what should change, a picture, and a `mask` that is white where to repaint. Two files to try:
title-work-on = Keep working on it
work-on =
    Reply to a picture: `@Easel make it night`. Or press the buttons under it; **Edit** can repaint just one area.
    Point at anyone's picture and choose **Apps** > **Edit picture**. **Restart Easel** at the top loses nothing.
title-share = Share it
share = **Share** under your own picture posts it in **# gallery**; the channels are listed at the top. Switch to someone else to give it a heart, remix it or report it. Reports go to **# moderators**, where only Mira can see them. As Mira, type `/settings` to see everything a server can set.
title-look-back = Look back
look-back = `/history` shows your latest requests, `/usage` what you've used, and `/help` everything you can do.
title-phrases = See what happens when …
phrases = … a prompt contains one of these: `demo:slow=20` (shows sketches; **Cancel** stops it), `demo:refuse`, `demo:rate`, `demo:quota`, `demo:outage`, `demo:broken`, `demo:big`.
demo = A built-in demo draws the pictures, without an AI model. Nothing leaves this computer, and nothing costs money.
real = The pictures come from the image provider in your settings. Each one costs real money.
gone = Everything here is deleted when you end the playground.
