### A key of a server's own at the images service, entered in /settings.

# A field; at most 45 characters.
key-field = API key
# Under it; at most 100 characters.
key-hint = Kept encrypted and never shown again. It pays for every request of this server from now on.
# A button; at most 80 characters.
remove-key = Take the key out
# A select; at most 150 characters.
choose-provider = Enter a key: choose whose
# Heads a form; at most 45 characters.
form-title = Key for { $provider }

no-member = I am only a guest in this server, so I keep no key for it. Add me to the server first.
removed = The key is out. The bot's own account pays for this server again.
entered-tried = { $provider } takes this key. It pays for this server's requests from now on.
entered-without-money = ⚠️ { $provider } takes this key, but its account is out of money or over its limit. The key is kept; top the account up, or take the key out.
entered-untried = The key is kept, but I could not try it without paying. The first request will show whether { $provider } takes it.
entered-rejected = ⚠️ { $provider } does not accept this key, so nothing was changed. Copy it and enter it again.
entered-malformed = ⚠️ That is not a key, so nothing was changed. Copy it and enter it again.

## What /settings says of it

none = *none: the bot's own account pays*
key = **{ $provider }**, entered by { $person } { $moment }
untried = I could not try it without paying; the first request shows whether it works.
unreadable = ⚠️ I cannot read it any more, so requests are refused. Enter it again, or take it out.
