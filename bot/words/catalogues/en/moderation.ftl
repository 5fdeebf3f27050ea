### Reports, what moderators decide, mutes and the audit log.

## The form that reports a picture: its title and fields, at most 45 characters each

report-title = Report to the moderators
report-reason = What's wrong with it?
report-words = Anything they should know?

## Under a field, and reasons to choose from: at most 100 characters each

report-hint = This server's moderators will read this. They won't see who you are.
reason-sexual = Sexual
reason-violent = Violent or frightening
reason-hateful = Hateful or insulting
reason-person = Shows someone who wouldn't want that
reason-other = Something else

## What came of a report

reported-taken = Thanks. The moderators will look at it. The picture stays up until they decide.
reported-hides = Thanks. Others have reported it too, so the picture is hidden until a moderator decides.
reported-known = You've already reported this picture. Only one report per person counts.

## The buttons of a case, at most 80 characters each

verdict-keep = Keep
verdict-hide = Hide
verdict-delete = Delete
verdict-reopen = Decide again
verdict-mute-hour = Mute 1 hour
verdict-mute-day = Mute 1 day
verdict-mute = Mute permanently
case-button-further = More
case-button-older = Older
look = View { $place }

## A case: a picture that was reported

# The title of its thread, where reports go to a forum; at most 100 characters.
case-title = Reported picture
filtered = -# Discord's filter doesn't let me show the picture here.
blocked = -# Discord blocks the words of its prompt or reports here. See them in { -slash-reports }.
count = { $reports ->
        [one] { $reports } report
       *[other] { $reports } reports
    }
by = By { $person }
by-small = { $place }. By { $person } · { $count } · { $standing }
not-kept = -# The picture is no longer stored.
prompt-secret = -# Its prompt is hidden in the gallery, and here too.
reason-line = - { $reason }: { $number }
quote = > “{ $words }”
# In place of a name.
someone = someone whose data was deleted
standing-shared = visible until you decide
standing-hidden = hidden until you decide
standing-gone = unshared in the meantime; it can't be shared again unless you keep it
standing-decided = { $state ->
        [kept] kept
        [hidden] hidden
       *[deleted] deleted
    } by { $person }

## What came of a decision

decided-already = { $person } has already decided: { $state ->
        [kept] kept
        [hidden] hidden
       *[deleted] deleted
    }.
waits-already = This picture is already waiting for a decision.
# $waits: the picture is not decided on yet.
decided-mute = { $person } is muted { $time ->
        [hour] for 1 hour
        [day] for 1 day
       *[ever] permanently
    }.{ $waits ->
        [true] {" "}The picture is still waiting for a decision.
       *[false] {""}
    }
decided-keep = The picture is kept. It takes reports from three other people to hide it again.
decided-keep-gone = The picture was unshared in the meantime. It can be shared here again.
decided-hide = The picture is hidden.
decided-delete = The picture is deleted from the gallery and can't be shared here again.
decided-reopen = The picture is waiting for a decision again. Nothing else has changed.
messages-left = Discord doesn't let me change { $messages ->
        [one] { $messages } message that shows it
       *[other] { $messages } messages that show it
    }. I'll keep trying.

## Lists

cases = Reported pictures waiting for a decision:
no-cases = No reported pictures are waiting for a decision.
no-further-cases = No more pictures are waiting for a decision.
nothing-on-record = Nothing has been recorded here yet.

## Mutes

for-good = permanently
until = until { $moment }
nobody-muted = Nobody is muted here.
# $until is one of the two above.
muted-line = - { $person } { $until }, by { $moderator }
muted-more = - and { $more ->
        [one] { $more } other
       *[other] { $more } others
    }
muted-now = { $person } is muted in Easel { $until }. { -slash-unmute } ends the mute.
unmuted-now = { $person } can use Easel again.
was-not-muted = { $person } isn't muted.

## The audit log: a line of a moment, who did it, and one of these actions

entry = { $moment } { $who } { $action }
# In place of a name, where reports hid a picture by themselves.
entry-reports = Reports
action-hidden-reports = hid a picture by { $whom } after { $reports ->
        [one] { $reports } report
       *[other] { $reports } reports
    }
action-kept = kept a picture by { $whom } that had { $reports ->
        [one] { $reports } report
       *[other] { $reports } reports
    }
action-hidden = hid a picture by { $whom } that had { $reports ->
        [one] { $reports } report
       *[other] { $reports } reports
    }
action-deleted = deleted a picture by { $whom } that had { $reports ->
        [one] { $reports } report
       *[other] { $reports } reports
    }
action-reopened = reopened the decision on a picture by { $whom }
action-muted = muted { $whom } { $until }
action-unmuted = unmuted { $whom }
action-theme-opened = opened a theme
action-theme-closed = ended a theme
action-settings = changed the settings
action-key-entered = entered this server's own API key
action-key-removed = removed this server's own API key
