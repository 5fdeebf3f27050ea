### Sharing: what stands under a shared picture, the form, /gallery, themes, the pictures of the week.

## Buttons, at most 80 characters each

share-button-share = Share
share-button-remix = Remix
share-button-info = Info
share-button-report = Report
share-button-unshare = Unshare
share-button-previous = Previous
share-button-next = Next

## The form behind Share: its title and fields, at most 45 characters each

share-form-title = Share with this server
share-form-prompt = The prompt
share-form-show = Show it under the picture
share-form-hide = Hide it
share-form-theme = A theme that it is for
share-form-no-theme = None

## A shared picture and its message

# In place of a picture that was reported.
hidden = This picture is hidden until a moderator has looked at it.
# What the thread of such a picture in a forum is called; at most 100 characters.
hidden-title = Hidden for now
# The same; at most 100 characters.
gone-title = Taken back
# The same; at most 100 characters.
secret-title = A picture whose prompt is kept
# Alt text; at most 1024 characters.
secret-alt = A picture that was shared without its prompt.
# $prompt is bold already.
shared-by = { $prompt } by { $person }
shared-by-secret = By { $person }, who keeps the prompt
shared-for = for **{ $theme }**
shared = Shared: { $link }
shared-hint = -# /gallery mine takes it back.
shared-nowhere = Shared.
unshared = Taken back, with every message that showed it.
unshared-but = Taken back, but Discord does not let me take it away here: { $links }
unshared-hint = It is on record, and I go on trying; a moderator can delete it by hand.
info-hearts = Hearts
info-shared = Shared
prompt-for-you = -# Only you see these words.
prompt-kept = { $person } keeps the prompt.

## /gallery

nothing-gallery = Nothing was shared here so far that fits. Share a picture of yours with the button under it.
nothing-mine = You have shared nothing here. The Share button under a result of yours does that.
page-by = by { $person }
page-place = { $head } · { $place } of { $count }
page-hidden = -# Hidden from others until a moderator has looked at it.
# $by is a person, where $of_one is true.
head = { $order ->
        [top] Most hearted
       *[new] Newest
    } { $span ->
        [week] of the last 7 days
        [month] of the last 30 days
       *[ever] of all time
    }{ $of_one ->
        [true] , by { $by }
       *[false] {""}
    }
head-mine = What you shared here
head-random = Any picture

## Themes

no-themes = No theme is open here.
theme-opened = Theme **{ $theme }** is open until { $until }, and what joins it goes to { $channel }. The form behind Share offers it.
theme-closed = Theme **{ $theme }** is over. The most hearted are announced in { $channel }.
theme-line = - **{ $theme }** in { $channel }, until { $until }
theme-over = Theme over: { $theme }
theme-best = The most hearted:
theme-none-hearted = No picture for it was hearted.

## Pictures of the week

# Also the title of a thread; at most 100 characters.
week-title = Pictures of the week
week-line = { $number }. by { $person } · { $hearts }
# Alt text; at most 1024 characters.
week-alt = A sheet of { $pictures ->
        [one] { $pictures } thumbnail
       *[other] { $pictures } thumbnails
    }, numbered as in the list.
# Drawn under a thumbnail.
hearts = { $hearts ->
        [one] { $hearts } heart
       *[other] { $hearts } hearts
    }
