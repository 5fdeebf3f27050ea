"""What is told where the account at the images service is a server's own, and not the bot's."""

from bot.domain import errors

OF_SERVERS_OWN_ACCOUNT: dict[type[errors.EaselError], str] = {
    errors.OrganizationUnverified: (
        "The images service gives {model} to verified organizations alone, and this server's own key is of none. "
        "Choose another `model`, or ask those who manage the server; {charge}."
    ),
    errors.AccountBlocked: (
        "The images service has blocked the account of this server's own key. "
        "Those who manage the server can sort that out, or take the key out with /settings; {charge}."
    ),
    errors.KeyRejected: (
        "The images service does not accept this server's own key. "
        "Those who manage the server can enter another one, or take it out, with /settings; {charge}."
    ),
    errors.OutOfMoney: (
        "The account of this server's own key is out of money or over its limit. "
        "Those who manage the server can top it up, or take the key out with /settings; {charge}."
    ),
    errors.FormatNotGranted: (
        "The account of this server's own key has no access to `format` {output_format} with {model}. "
        "Choose png, webp or jpeg; {free}."
    ),
    errors.ModelUnknown: (
        "The images service does not have the model {model} for this server's own key. "
        "Choose another `model`; {charge}."
    ),
}
