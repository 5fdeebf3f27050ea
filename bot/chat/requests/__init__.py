"""From a command, a message, a button or a form to a queued job.

`Responder` takes requests in, `DraftRequests` those that are looked at first, `MessageRequests` those of messages,
`Repeats` asks for the same once more, `Cancellation` cancels, and `EditForms` opens the form. A `UserRequest` is what
somebody asked for (`options` reads it from a command, `mentions` from a message), `targets` says which pictures they
point at, and `RequestParser` makes an `ImageRequest` of it, with its files.
"""
