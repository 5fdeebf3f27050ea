"""What a bucket's failures mean, as far as the person who runs the bot can mend them."""

import re

from obstore.exceptions import PermissionDeniedError, UnauthenticatedError

from bot.store.errors import BucketTrouble

_CODE = re.compile(r"<Code>(\w+)</Code>")
_OF_CODES = {
    # https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
    "NoSuchBucket": BucketTrouble.MISSING,
    "InvalidAccessKeyId": BucketTrouble.KEY_REFUSED,
    "SignatureDoesNotMatch": BucketTrouble.KEY_REFUSED,
    "ExpiredToken": BucketTrouble.KEY_REFUSED,
    "InvalidToken": BucketTrouble.KEY_REFUSED,
    "AccessDenied": BucketTrouble.NOT_ALLOWED,
    "AllAccessDisabled": BucketTrouble.NOT_ALLOWED,
    "PermanentRedirect": BucketTrouble.ELSEWHERE,
    "AuthorizationHeaderMalformed": BucketTrouble.ELSEWHERE,
    # https://learn.microsoft.com/en-us/rest/api/storageservices/blob-service-error-codes
    "ContainerNotFound": BucketTrouble.MISSING,
    "AuthenticationFailed": BucketTrouble.KEY_REFUSED,
    "AuthorizationPermissionMismatch": BucketTrouble.NOT_ALLOWED,
}
# What obstore's own words are for the rest, as of 0.12.
_OF_WORDS = {
    "BadScheme": BucketTrouble.PLAIN_HTTP,
    "BareRedirect": BucketTrouble.ELSEWHERE,
    # The address at which a machine of Amazon, Google or Microsoft has keys: it is asked where no other are there.
    "169.254.169.254": BucketTrouble.NO_KEY,
}


def find_trouble(error: Exception) -> BucketTrouble | None:
    """Find what the trouble with a bucket is; None where it is another one, as a connection that is lost."""
    text = str(error)
    code = _CODE.search(text)
    if code is not None and code[1] in _OF_CODES:
        return _OF_CODES[code[1]]
    for words, trouble in _OF_WORDS.items():
        if words in text:
            return trouble
    if isinstance(error, PermissionDeniedError | UnauthenticatedError):
        return BucketTrouble.KEY_REFUSED
    return None
