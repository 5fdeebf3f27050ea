### Working on a picture: buttons of a result, the form, the overlay, the comparison, references, privacy.

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

## What can be done with a whole picture: buttons and titles of forms, at most 45 characters each

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
    {"**"}Zoom out** and **Pan** paint what lies beyond the picture; every pixel of it stays. **Cut out** keeps only the subject, on a transparent background.
    -# Nothing is spent until you choose.
# A field; at most 45 characters.
extend-prompt = What should be there?
# Under the field; at most 100 characters.
extend-hint = Leave it empty to continue the scene.
# In place of a prompt, where somebody said nothing.
unsaid-extend = continue the scene
unsaid-cut-out = the subject, cut out

## Asking for the same again

again-title = The same again: as before, larger, or in higher quality?
# Buttons, at most 80 characters each.
again-same = Same size
more-quality = Quality { $quality }

## Which of several pictures, at most 100 characters each

which-picture = Which picture?
picture-label = Picture { $place }
all-pictures = All { $pictures } together

## The form that edits: its title and fields, at most 45 characters each

form-title = Edit a picture
form-prompt = What should change?
form-which = Which picture?
form-quality = Quality
form-where = Where?
form-mask = Or a mask

## Under its fields, and parts to choose from: at most 100 characters each

form-hint-where = Parts, or cells of a 4 x 4 grid from A1, top left, to D4. You see it before anything is spent.
form-hint-mask = The picture painted over in one colour, or white on black, or with a hole in it
area-everything = Everything
area-centre = Centre
area-top = Top half
area-bottom = Bottom half
area-left = Left half
area-right = Right half
not-there = Not there: everywhere else

## Buttons of the overlay, at most 80 characters each

preview-go = Go
preview-repaint = Repaint what I covered
preview-follow = Follow my marks
preview-invert = Invert
preview-cancel = Cancel

## The overlay: which part changes, shown before it is paid for

# For a moment, in place of an answer that becomes private.
shown-first = Where it changes is shown to its asker first; nothing is spent by now.
draft-dropped = Dropped; nothing was sent, and nothing was spent.
# $prompt is what should change.
draft =
    {"**"}{ $prompt }**
    { $everything ->
        [true] All of the picture is painted anew. Choose a part below to keep the rest.
       *[false] What is tinted is painted anew: { $share } of the picture. The rest stays. Choose other parts below, or turn it over.
    }{ $asks ->
        [true] {" "}Or are your strokes, arrows and words to be followed, and not to stay in the picture?
       *[false] {""}
    }
    -# Only you see this. Nothing is spent before { $asks ->
        [true] you choose
       *[false] Go
    }.
# A share of the picture.
share = { $bound ->
        [least] less than 1 %
        [most] more than 99 %
       *[none] { $percent } %
    }
# Alt text, at most 1024 characters. $parts are names of parts, or nothing where it was painted over.
draft-alt = The picture with a grid of four columns, A to D, and four rows; tinted is { $inverted ->
        [true] all but { $named ->
            [true] these parts: { $parts }
           *[false] a part
        }
       *[false] { $named ->
            [true] these parts: { $parts }
           *[false] the part that was painted over
        }
    }.

## The comparison of before and after; the two labels are drawn into the picture

compared-before = before
compared-after = after
comparison = Before and after **{ $prompt }**
# Alt text; it is cut where the prompt is long.
comparison-alt = Two pictures side by side, before and after this change: { $prompt }

## Deleting

# A title; at most 45 characters.
delete-title = Delete for good?
delete-question = { $pictures ->
        [one] This picture goes
       *[other] These { $pictures } pictures go
    } for good: here, wherever it was posted again, and in /history, words included. What was made from it stays. Nothing is paid back.
deleted = Deleted, with every message that showed it.
# $messages is how many are left; they are tried again where $retried is true.
deleted-but = Deleted from what is kept, but I could not delete { $messages ->
        [one] one message that shows it
       *[other] { $messages } messages that show it
    }. A moderator can do that by hand.{ $retried ->
        [true] {" "}Where it was shared it is on record, and I go on trying.
       *[false] {""}
    }

## References: pictures that are put aside for the next request

references-none = You have put no picture aside. Choose Apps > Use as reference in the menu of a message, and its pictures go with your next /imagine or /edit.
# A button; at most 80 characters.
references-clear = Clear
references-cleared = Cleared: your next request goes without them.
references = { $pictures ->
        [one] 1 picture goes
       *[other] { $pictures } pictures go
    } with your next /imagine or /edit, until { $until }.

## Answers to messages

greeting = Reply to a picture, mention me and say what should change, or mention me and say what to draw. /help has more.
# In a reply that goes away: it says nothing of what the answer is.
said-alone = I have an answer that is for you alone, and Discord does not let me write you a direct message. Use /imagine here and you will read it; nothing was spent.
proxied = Another app posted this message for somebody, so that I cannot tell who asks, whose pictures these are and who pays. Write to me without that app, or use /imagine; nothing was spent.
about-message = About { $link } in { $channel }:
about-channel = About what you asked for in { $channel }:
taken-in = **{ $prompt }** · taking it in
# Where Discord does not take the words of the prompt.
taken-in-wordless = Taking it in
# What stands in a prompt for somebody or something that has no name here.
unnamed-person = somebody
unnamed-role = role
unnamed-channel = channel

## Privacy: buttons, at most 80 characters each

privacy-allow = Let others edit my pictures
privacy-forbid = Let nobody else edit my pictures
privacy-allow-here = Server: let members' uploads be edited
privacy-forbid-here = Server: let nobody edit others' uploads

## What /privacy says

privacy-yours = Your pictures
privacy-edits = { $allowed ->
        [true] Others may edit pictures that you made or posted.
       *[false] Nobody else may edit pictures that you made or posted.
    }
privacy-private = Pictures of private answers are always yours alone.
privacy-server = This server
privacy-uploads = { $allowed ->
        [true] Members may edit pictures that others posted here, where their owners let them.
       *[false] Nobody may edit pictures that others posted here; what Easel made is not meant by that.
    }
privacy-manages = -# The server's rule is yours to change, since you may manage the server.

# A button that asks for the same with another model; at most 80 characters.
switch = Use { $model }
