"""The whole error tree.

EaselError
├── InvalidRequest                  the asker can mend it; nothing was paid
│   ├── PromptBlank
│   ├── PromptTooLong
│   ├── PromptTooLongForModel       within the API's limit, and over this model's own
│   ├── RequestTooLarge             more bytes than a server on the way takes
│   ├── FormatNotGranted            a format that the account at the provider may not ask for
│   ├── OptionNotOffered            a value that the model does not have
│   ├── OptionMisread               words of a message that look like an option and do not count
│   ├── OptionsConflict             two options that exclude each other
│   ├── AreaNotTaken                how much of a picture goes up, without a mask
│   ├── SizeNotAllowed              a size outside the model's rules
│   ├── EditsNotOffered             this provider makes pictures and changes none
│   ├── MaskNotOffered              this provider takes no masks
│   ├── MaskForSeveralPictures
│   ├── TooManyPictures             more than the API takes with one request
│   ├── NoPictureThere              a message without a picture, where one was pointed at
│   ├── PictureOutOfSight           another person's message, which Discord does not show to this bot
│   ├── NoSuchPicture               the fifth of two
│   ├── NothingLarger               the largest size already
│   ├── AlreadyThatShape            extended to the shape that it has
│   ├── AspectNotTaken              an aspect without a picture, or beside a mask or a size
│   ├── ExtendedTooFar              a canvas longer than the model makes pictures
│   ├── BadImage                    about one file; `label` is the option that it was given to
│   │   ├── UnsupportedImage        none of the formats that are taken
│   │   ├── BrokenImage             truncated or damaged
│   │   ├── FileTooLarge            more bytes than the cap
│   │   ├── TooManyPixels
│   │   ├── SideTooLong
│   │   ├── ImageTooComplex         more memory or time to read than one file may take
│   │   ├── ForeignFile             not on one of Discord's hosts
│   │   └── FileUnavailable         the host did not give it
│   └── BadMask                     about the mask
│       ├── MaskOfAnotherShape
│       ├── MaskMarksNothing
│       └── MaskTooDetailed         over the API's limit when finished
├── Refused                         allowed by nobody's mistake; nothing was paid
│   ├── NotAllowed                  a permission is missing
│   ├── BudgetSpent
│   ├── QueueFull
│   ├── TooManyJobs                 of one person or one server
│   ├── StorageDown                 the database or the blob store does not answer
│   ├── ServerKeyUnreadable         a server's own key that cannot be decrypted
│   ├── ServerKeyChanged            one that is not the server's any more, since the request was let in
│   ├── NotYours                    another person's pictures
│   ├── NotForYou                   something that moderators do, or the asker alone
│   ├── ClosedHere                  a server has it in other channels, or for other roles
│   ├── Muted                       by the moderators of a server
│   ├── WordRefused                 a word that a server does not want in prompts
│   ├── NoGallery                   a server that has no channel for shared pictures
│   ├── GalleryClosed               the channel that shared pictures go to takes none
│   ├── SharedAlready               a picture that is shared in this server
│   ├── NotShared                   one that is not, or not any more
│   ├── OwnPicture                  hearts and reports of its own asker do not count
│   ├── ThemeOver                   a theme that pictures can join no more
│   ├── BarredHere                  a picture that the moderators of a server took out of it
│   ├── ModerationLower             made with lower moderation than there is where it would be seen
│   ├── EditsForbidden              its owner, or this server, lets nobody else edit it
│   ├── ExportTooSoon               all that is kept of a person, for the second time within the hour
│   ├── MessagesClosed              a person who takes no direct messages
│   ├── DraftOver                   a change that was prepared, and is sent or forgotten by now
│   ├── RequestForgotten            a refused request that was asked for since, or before a restart
│   ├── NotMadeYet                  a request without pictures, so far or for good
│   ├── PicturesGone                older than what is kept
│   └── ContentRefused              by the provider's safety system
├── ProviderError                   failed outside
│   ├── RateLimited
│   ├── ProviderDown
│   │   ├── ProviderTimedOut
│   │   └── ProviderPaused          it fails for everybody, and was not asked
│   ├── ProviderMisconfigured       the person who runs the bot can mend it
│   │   ├── KeyRejected
│   │   ├── OutOfMoney
│   │   ├── ModelUnknown
│   │   ├── OrganizationUnverified  a model that only verified organizations get
│   │   ├── AccountBlocked          the provider has blocked the account or the resource
│   │   ├── AddressWrong            nothing is at that path
│   │   └── RequestRejected         any other 400: the profile does not fit the provider
│   └── BadAnswer                   an answer that holds no picture
│       └── EmptyAnswer             a good answer without any: some providers refuse like that
├── Stopped                         ended before it was done
│   ├── Cancelled                   by the asker or a moderator
│   ├── Interrupted                 the bot stops, or crashed
│   ├── TooLate                     Discord took no acknowledgement any more
│   ├── PlaceClosed                 Discord lets the bot answer nothing there
│   ├── OutcomeUnknown              the bot crashed while the images API was at work
│   └── Unexpected                  a mistake of our own
└── NotDelivered                    made, and not posted, or not all of it
    ├── TooLargeToPost
    ├── ThreadClosed                archived and locked
    ├── PictureFiltered             Discord's own filter does not let it through
    ├── ChannelClosed               no permission left, or the channel or the message is gone
    └── DiscordDown                 Discord took it in no way, however often it was tried

Every error carries data and no prose, so the classes are alike in shape: the words stand in `bot.words`.
`ProviderError.may_have_cost` says whether the provider may have charged for the request.
"""

# ruff: noqa: F403 - the branches of the tree are handed out whole: a list of names would repeat the drawing

from bot.domain.errors.delivery import *
from bot.domain.errors.files import *
from bot.domain.errors.provider import *
from bot.domain.errors.records import *
from bot.domain.errors.refusals import *
from bot.domain.errors.requests import *
from bot.domain.errors.root import *
from bot.domain.errors.stopped import *
