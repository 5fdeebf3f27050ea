### A server's own API key for an image provider, entered in /settings.

# A field; at most 45 characters.
key-field = API key
# Under it; at most 100 characters.
key-hint = Stored encrypted and never shown again. From now on it pays for every request in this server.
# A button; at most 80 characters.
remove-key = Remove key
# A select; at most 150 characters.
choose-provider = Enter a key: choose the provider
# Heads a form; at most 45 characters.
form-title = Key for { $provider }

no-member = I'm only a guest in this server, so I can't store a key for it. Add me to the server first.
removed = Key removed. The bot's own account pays for this server again.
entered-tried = { $provider } accepts this key. From now on it pays for this server's requests.
entered-without-money = ⚠️ { $provider } accepts this key, but its account is out of money or over its limit. I've saved the key: top up the account, or remove the key.
entered-untried = I've saved the key, but I can't test it for free. The first request will show whether { $provider } accepts it.
entered-rejected = ⚠️ { $provider } doesn't accept this key. Nothing was changed: copy the key and enter it again.
entered-malformed = ⚠️ That isn't an API key. Nothing was changed: copy the key and enter it again.

## What /settings says about it

none = *none: the bot's own account pays*
key = **{ $provider }**, entered by { $person } { $moment }
untried = I can't test it for free. The first request will show whether it works.
unreadable = ⚠️ I can't read it anymore, so I refuse requests. Enter it again or remove it.
