### Working on a picture: buttons under a result, the edit form, the preview, the comparison, reference pictures, privacy.

## Buttons under a result, at most 80 characters each

result-again = Again
result-edit = Edit
result-vary = Vary
result-larger = Larger
result-extend = Extend
result-compare = Compare
result-as-drawn = As drawn
result-exact = Exact
result-info = Info
result-delete = Delete

## Things to do with a whole picture: buttons and titles of forms, at most 45 characters each

task-zoom-1-5 = Zoom out 1.5x
task-zoom-2 = Zoom out 2x
task-pan-left = Pan left
task-pan-right = Pan right
task-pan-up = Pan up
task-pan-down = Pan down
task-cut-out = Cut out
task-enlarge = Larger

## The menu of Extend, and its form

extend-text =
    {"**"}Zoom out** and **Pan** add to the picture and keep all of it as it is. **Cut out** keeps only the subject, on a transparent background.
    -# Nothing is spent until you choose.
# A field; at most 45 characters.
extend-prompt = What should be there?
# Under the field; at most 100 characters.
extend-hint = Leave empty to continue the scene.
# In place of a prompt, if someone left it empty.
unsaid-extend = continue the scene
unsaid-cut-out = the subject, cut out

## Asking for the same again

again-title = Make it again: same size, larger, or in higher quality?
# Buttons, at most 80 characters each.
again-same = Same size
more-quality = Quality { $quality }

## Which of several pictures, at most 100 characters each

which-picture = Which picture?
picture-label = Picture { $place }
all-pictures = All { $pictures } together

## The edit form: its title and fields, at most 45 characters each

form-title = Edit a picture
form-prompt = What should change?
form-words = What should the picture show?
form-which = Which picture?
form-quality = Quality
form-where = Where?
form-mask = Or a mask

## Under its fields, and areas to choose from: at most 100 characters each

form-hint-where = Areas, or cells of a 4 x 4 grid from A1 (top left) to D4. You'll see a preview first, for free.
form-hint-mask = The picture painted over in one colour, white on black, or with the area erased
area-everything = Everything
area-centre = Centre
area-top = Top half
area-bottom = Bottom half
area-left = Left half
area-right = Right half
# Turns the choice around: the chosen areas stay, everything else is repainted.
not-there = Not there: everywhere else

## Buttons of the preview, at most 80 characters each

preview-go = Go
preview-repaint = Repaint what I covered
preview-follow = Follow my marks
preview-invert = Invert
preview-cancel = Cancel

## The preview: the area that will be repainted, shown before it's paid for

# For a moment, in place of an answer that becomes private.
shown-first = I'm showing the preview only to the person who asked. Nothing has been spent yet.
draft-dropped = Cancelled. Nothing was spent.
# $prompt is what should change.
draft =
    {"**"}{ $prompt }**
    { $everything ->
        [true] The whole picture will be repainted. Pick an area below to keep the rest.
       *[false] The tinted part will be repainted ({ $share } of the picture); the rest stays. Pick other areas below, or press Invert.
    }{ $asks ->
        [true] {" "}Or should the model follow your strokes, arrows and words, and leave them out of the picture?
       *[false] {""}
    }
    -# Only you can see this. Nothing is spent until you { $asks ->
        [true] choose
       *[false] press Go
    }.
# A share of the picture.
share = { $bound ->
        [least] less than 1%
        [most] more than 99%
       *[none] { $percent }%
    }
# Alt text, at most 1024 characters. $parts are names of areas, or nothing where it was painted over.
draft-alt = The picture under a grid of four columns, A to D, and four rows. Tinted: { $inverted ->
        [true] everything except { $named ->
            [true] { $parts }
           *[false] one area
        }
       *[false] { $named ->
            [true] { $parts }
           *[false] the area that was painted over
        }
    }.

## The comparison of before and after; the two labels are drawn into the picture

compared-before = before
compared-after = after
comparison = Before and after **{ $prompt }**
# Alt text; it's cut where the prompt is long.
comparison-alt = Two pictures side by side, before and after this change: { $prompt }

## Deleting

# A title; at most 45 characters.
delete-title = Delete permanently?
delete-question = { $pictures ->
        [one] This deletes the picture permanently: here, everywhere it was posted again, and in /history along with its prompt.
       *[other] This deletes all { $pictures } pictures permanently: here, everywhere they were posted again, and in /history along with their prompt.
    } Pictures made from { $pictures ->
        [one] it
       *[other] them
    } stay. There is no refund.
deleted = Deleted, along with every message that showed it.
# $messages is how many are left; they are tried again where $retried is true.
deleted-but = Deleted, but I couldn't remove { $messages ->
        [one] { $messages } message that shows it
       *[other] { $messages } messages that show it
    }. A moderator can delete { $messages ->
        [one] it
       *[other] them
    } by hand.{ $retried ->
        [true] {" "}I'll keep trying where it was shared.
       *[false] {""}
    }

## Reference pictures, added to the next request

references-none = You have no reference pictures. Open the menu of any message and choose Apps > Use as reference. Its pictures are then added to your next /imagine or /edit.
# A button; at most 80 characters.
references-clear = Clear
references-cleared = Cleared. Your next request won't use reference pictures.
references = { $pictures ->
        [one] { $pictures } reference picture
       *[other] { $pictures } reference pictures
    } for your next /imagine or /edit, until { $until }.

## Answers to messages

greeting = Reply to a picture and mention me to change it, or mention me and say what to make. /help has more.
# In a reply that goes away: it doesn't say what the answer is.
said-alone = My answer is only for you, and I can't send you a direct message. Use /imagine here to see it. Nothing was spent.
# For a moment, in place of an answer that everyone could see: the person who asked gets another one.
told-alone = The answer is only for the person who asked.
# Under a reply that goes away; $when is such as "in 2 minutes".
passing = -# This is only for you, so I'll delete it { $when }.
# For messages that an app posts in someone's place.
proxied = Another app posted this message, and I can't tell who is asking. Write to me without that app, or use /imagine. Nothing was spent.
about-message = About { $link } in { $channel }:
about-channel = About your request in { $channel }:
taken-in = **{ $prompt }** · received
# Where Discord blocks the words of the prompt.
taken-in-wordless = Received
# What stands in a prompt for someone or something without a name here.
unnamed-person = someone
unnamed-role = role
unnamed-channel = channel

## Privacy: buttons, at most 80 characters each

privacy-allow = Allow others to edit my pictures
privacy-forbid = Don't allow others to edit my pictures
privacy-allow-here = Server: allow edits of members' uploads
privacy-forbid-here = Server: don't allow edits of members' uploads

## What /privacy says

privacy-yours = Your pictures
privacy-edits = { $allowed ->
        [true] Others can edit pictures you make or post.
       *[false] Only you can edit pictures you make or post.
    }
privacy-private = Pictures in private answers are always yours alone.
privacy-server = This server
privacy-uploads = { $allowed ->
        [true] Members can edit each other's uploads, unless the owner doesn't allow it.
       *[false] Members' uploads can't be edited by others. Easel's own pictures still can.
    }
privacy-manages = -# You can change the server's rule because you have Manage Server.

# A button that sends the same request to another model; at most 80 characters.
switch = Use { $model }
