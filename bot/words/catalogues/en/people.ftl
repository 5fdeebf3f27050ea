### /forget me and /export me: deleting and handing over what is kept of a person.

## Buttons, at most 80 characters each

forget-button-forget = Delete it all for good
forget-button-keep = Keep it

## Deleting

forget-question =
    {"**"}Shall I delete all that I keep of you?** It cannot be undone.
    {"**"}What goes, within a minute:**
    - everything you asked for, in every server: prompts, pictures, files you gave; what is still open is cancelled
    - all you shared, and the messages of mine that show your pictures
    - your hearts, reports, references, drafts and settings
    {"**"}What stays:**
    - what was spent, without your name and without a prompt
    - pictures that others made from yours
    - a mute of yours, and what moderators did, without your name
    -# `/export me` first sends you all of it. What you ask for afterwards is kept again as usual.
forgetting = Deleting all that I keep of you …
forgetting-already = I am at it already: all that I keep of you goes within a minute.
kept = I keep everything as it was.
forgotten = **Done.** { $requests ->
        [one] { $requests } request
       *[other] { $requests } requests
    } and all that belonged to you is deleted.
forgotten-nearly = **Nearly done.** All but what is in the middle of being made is deleted; the rest goes as soon as it ends.
messages-follow = Now I take away the messages that show it …
messages-deleted = { $messages ->
        [one] { $messages } message of mine that showed it is deleted.
       *[other] { $messages } messages of mine that showed it are deleted.
    }
shares-gone = { $pictures ->
        [one] { $pictures } shared picture
       *[other] { $pictures } shared pictures
    } went from the galleries.
messages-postponed = Discord did not answer for { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    }: I try again until it does.
messages-refused = Discord does not let me delete { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    }, where I am no longer let in. Ask the moderators there to delete what still shows a picture of yours.

## Handing over

exporting = I am packing all that I keep of you. It comes here as one or more zip files.
export-started = I am packing all that I keep of you, and send it to you as a direct message.
export-whole = All that I keep of you.
export-part = All that I keep of you, part { $number } of { $parts }.
exported = All that I keep of you is in our direct messages, in { $files ->
        [one] { $files } file
       *[other] { $files } files
    }.
# A text file in the zip: about 100 characters a line. The names of the files stay as they are.
export-readme =
    This is all that Easel keeps of you.

    account.json       your settings, what you put aside, and the reports that you made
    requests-*.json    what you asked for, with what came of it and what it cost
    shares-*.json      what you shared
    hearts-*.json      what you gave a heart
    pictures/          what was made for you: the number of the request, and the place in it; an SVG beside its PNG, and
                       of an edit with a mask what the model drew beside the exact picture
    inputs/            what you gave along: the number of the request, and the place in it; of an edit with a mask the part
                       that was sent, the mask, the original and what was marked in it

    Where there are several zip files, each holds a part of this. Times are UTC.
