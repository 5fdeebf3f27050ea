### Sharing: what stands under a shared picture, the form, /gallery, themes, the pictures of the week.

## Buttons, at most 80 characters each

share-button-share = Share
share-button-remix = Remix
share-button-info = Info
share-button-report = Report
share-button-unshare = Unshare
share-button-previous = Previous
share-button-next = Next
share-button-another = Another

## The form behind Share: its title and fields, at most 45 characters each

share-form-title = Share with this server
share-form-prompt = The prompt
share-form-show = Show it under the picture
share-form-hide = Hide it
share-form-theme = For a theme
share-form-no-theme = None

## A shared picture and its message

# In place of a picture that was reported.
hidden = This picture is hidden until a moderator has looked at it.
# The title of its thread in a forum; at most 100 characters.
hidden-title = Hidden for now
# The same, once it's unshared; at most 100 characters.
gone-title = Unshared
# The same, for a picture shared without its prompt; at most 100 characters.
secret-title = A picture with a hidden prompt
# Alt text; at most 1024 characters.
secret-alt = A picture shared without its prompt.
# $prompt is bold already.
shared-by = { $prompt } by { $person }
shared-by-secret = By { $person }, prompt hidden
shared-for = for **{ $theme }**
shared = Shared: [view the picture]({ $link })
shared-hint = -# To unshare it, use { -slash-gallery-mine }.
shared-nowhere = Shared.
unshared = Unshared. Every message that showed it is deleted.
unshared-but = Unshared, but Discord doesn't let me delete it here: { $links }
# The text of a link; $number counts them.
left-message = message { $number }
unshared-hint = I'll keep trying. A moderator can delete it by hand.
info-hearts = Hearts
info-shared = Shared
prompt-for-you = -# Only you can see this prompt.
prompt-kept = { $person } has hidden the prompt.

## /gallery

nothing-gallery = No shared pictures match. Press Share under one of yours to be the first.
nothing-mine = You haven't shared anything here. Press Share under one of your pictures.
page-by = by { $person }
page-place = { $head } · { $place } of { $count }
page-hidden = -# Hidden from others until a moderator has looked at it.
# $by is a person, where $of_one is true.
head = { $order ->
        [top] Most hearted
       *[new] Newest
    } { $span ->
        [week] in the last 7 days
        [month] in the last 30 days
       *[ever] of all time
    }{ $of_one ->
        [true] , by { $by }
       *[false] {""}
    }
head-mine = Your shared pictures here
head-random = Random picture

## Themes

no-themes = There are no open themes here.
theme-opened = Theme **{ $theme }** is open until { $until }. Its pictures go to { $channel }. To join, press Share under a picture and choose the theme.
theme-closed = Theme **{ $theme }** has ended. I'm announcing the most hearted pictures in { $channel }.
theme-line = - **{ $theme }** in { $channel }, until { $until }
theme-over = Theme ended: { $theme }
theme-best = The most hearted pictures:
theme-none-hearted = No picture got a heart.

## Pictures of the week

# Also the title of a thread; at most 100 characters.
week-title = Pictures of the week
week-line = { $number }. by { $person } · { $hearts }
# Alt text; at most 1024 characters.
sheet-alt = A sheet of { $pictures ->
        [one] { $pictures } thumbnail
       *[other] { $pictures } thumbnails
    }, numbered as in the list.
# Drawn under a thumbnail.
hearts = { $hearts ->
        [one] { $hearts } heart
       *[other] { $hearts } hearts
    }
