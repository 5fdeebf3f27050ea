### Reports, what moderators decide, mutes and the audit log.

## The form that reports a picture: its title and fields, at most 45 characters each

report-title = Report to the moderators
report-reason = What is wrong with it?
report-words = Anything that they should know?

## Under a field, and reasons to choose from: at most 100 characters each

report-hint = The moderators of this server read this; they are not told who you are.
reason-sexual = Sexual
reason-violent = Violent or frightening
reason-hateful = Hateful or insulting
reason-person = It shows somebody who would not want that
reason-other = Something else

## What came of a report

reported-taken = Thank you. The moderators get to see it; until then the picture stays where it is.
reported-hides = Thank you. Others have reported it too, so the picture is hidden until a moderator has decided.
reported-known = You have reported this picture before. The moderators know; one report of each person counts.

## The buttons of a case, at most 80 characters each

verdict-keep = Keep
verdict-hide = Hide
verdict-delete = Delete
verdict-reopen = Decide again
verdict-mute-hour = Mute 1 hour
verdict-mute-day = Mute 1 day
verdict-mute = Mute for good
case-button-further = Further ones
case-button-older = Older
look = Look at { $place }

## A case: a picture that was reported

# What the thread of a case is called, where the reports go to a forum; at most 100 characters.
case-title = A reported picture
filtered = -# Discord's own filter does not let the picture be shown here.
blocked = -# Discord blocks the words of its prompt or of its reports here; /reports has them.
count = { $reports ->
        [one] 1 report
       *[other] { $reports } reports
    }
by = By { $person }
by-small = { $place }. By { $person } · { $count } · { $standing }
not-kept = -# The picture is not kept any more.
prompt-secret = -# Its prompt is not shown in the gallery, and not here.
reason-line = - { $reason }: { $number }
quote = > “{ $words }”
someone = somebody whose data is deleted
standing-shared = to be seen until you decide
standing-hidden = hidden until you decide
standing-gone = taken back meanwhile; unless you keep it, it cannot be shared again
standing-decided = { $state ->
        [kept] kept
        [hidden] hidden
       *[deleted] deleted
    } by { $person }

## What came of a decision

decided-already = { $person } has decided this already: { $state ->
        [kept] kept
        [hidden] hidden
       *[deleted] deleted
    }.
waits-already = This picture waits for a decision already.
decided-mute = { $person } is muted { $time ->
        [hour] for 1 hour
        [day] for 1 day
       *[ever] for good
    }. The picture still waits for a decision.
decided-keep = The picture is kept; three others would have to report it to hide it again.
decided-keep-gone = The picture was taken back meanwhile; it can be shared here again.
decided-hide = The picture is hidden.
decided-delete = The picture is deleted from the gallery, and cannot be shared here again.
decided-reopen = The picture waits for another decision, as it is.
messages-left = Discord does not let me change { $messages } of the messages that show it so far; I go on trying.

## Lists

cases = These reported pictures wait for a decision:
no-cases = No reported picture waits for a decision.
no-further-cases = No further one waits for a decision.
nothing-on-record = Nothing is on record here so far.

## Mutes

for-good = for good
until = until { $moment }
nobody-muted = Nobody is muted here.
# $until is one of the two above.
muted-line = - { $person } { $until }, by { $moderator }
muted-more = - and { $more } others
muted-now = { $person } is muted for Easel { $until }. /unmute lifts it.
unmuted-now = { $person } can use Easel again.
was-not-muted = { $person } is not muted.

## What was done, in the audit log: a line of a moment, who did it, and this

entry = { $moment } { $who } { $action }
entry-reports = Reports
action-hidden-reports = hid a picture of { $whom } that { $reports } people had reported
action-kept = kept a picture of { $whom } that { $reports } people had reported
action-hidden = hid a picture of { $whom } that { $reports } people had reported
action-deleted = deleted a picture of { $whom } that { $reports } people had reported
action-reopened = took up again what to do about a picture of { $whom }
action-muted = muted { $whom } { $until }
action-unmuted = let { $whom } use the bot again
action-theme-opened = opened a theme
action-theme-closed = closed a theme
action-settings = changed the settings
action-key-entered = entered a key of this server's own for the images service
action-key-removed = took out this server's own key for the images service
