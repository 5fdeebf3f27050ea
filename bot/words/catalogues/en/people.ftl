### /forget me and /export me: deleting and handing over what is stored about a person.

## Buttons, at most 80 characters each

forget-button-forget = Delete everything permanently
forget-button-keep = Keep everything

## Deleting

forget-question =
    {"**"}Delete everything I store about you?** This can't be undone.
    {"**"}Deleted within a minute:**
    - all your requests in every server: prompts, pictures and uploads; unfinished requests are cancelled
    - everything you shared, and my messages that show your pictures
    - your hearts, reports, reference pictures, unsent changes and settings
    {"**"}What stays:**
    - what was spent, without your name or prompts
    - pictures others made from yours
    - your mutes, and what you did as a moderator, without your name
    -# To get a copy first, use { -slash-export-me }. New requests are stored as usual.
forgetting = Deleting everything I store about you …
forgetting-already = I'm already deleting everything. It takes up to a minute.
kept = Nothing was deleted.
forgotten = **Done.** I deleted { $requests ->
        [one] { $requests } request
       *[other] { $requests } requests
    } and everything else of yours.
forgotten-nearly = **Almost done.** Everything is deleted except a request that is being made right now. It goes as soon as it ends.
messages-follow = Now I'm deleting the messages that show it …
messages-deleted = I deleted { $messages ->
        [one] { $messages } message that showed it.
       *[other] { $messages } messages that showed it.
    }
shares-gone = I removed { $pictures ->
        [one] { $pictures } shared picture
       *[other] { $pictures } shared pictures
    } from the galleries.
messages-postponed = Discord didn't answer for { $messages ->
        [one] { $messages } message. I'll keep trying until it's gone.
       *[other] { $messages } messages. I'll keep trying until they're gone.
    }
messages-refused = I can't delete { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    } in places I no longer have access to. Ask the moderators there to delete what still shows your pictures.

## Handing over

exporting = I'm packing everything I store about you. It arrives here as one or more zip files.
export-started = I'm packing everything I store about you, and I'll send it to you in a direct message.
export-whole = Everything I store about you.
export-part = Everything I store about you, part { $number } of { $parts }.
exported = Everything I store about you is now in our direct messages, in { $files ->
        [one] { $files } file
       *[other] { $files } files
    }.
# A text file in the zip: about 100 characters a line. The names of the files stay as they are.
export-readme =
    This is everything Easel stores about you.

    account.json       your settings, your reference pictures and the reports you made
    requests-*.json    what you asked for, what came of it and what it cost
    shares-*.json      what you shared
    hearts-*.json      what you gave a heart
    pictures/          pictures made for you, named by request and position; an SVG is next to its PNG, and what
                       the model drew for an edit with a mask is next to the exact picture
    inputs/            your uploads, named by request and position; for an edit with a mask also the area that was
                       sent, the mask, the original and what was marked in it

    If there are several zip files, each holds a part of this. Times are in UTC.
