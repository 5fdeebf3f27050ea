"""From a command, a message, a button or a form to a queued job.

`Responder` takes requests in, `DraftRequests` those that are looked at first, `MessageRequests` those of messages,
`Repeats` asks for the same once more, `Cancellation` cancels, and `EditForms` opens the form of `form`, whose prompt
has `PROMPT_FIELD_LIMIT`. A `UserRequest` is what somebody asked for (`options` reads it from a command, `mentions` from
a message) with its `Choices` and `NamedBlob`s, `targets` says which pictures they point at, and `RequestParser` makes
an `ImageRequest` of it, with its files, which `Downloads` fetches: `CdnDownloads` from Discord.

Requests speak through an `InteractionContext` or a `MessageContext`. To `wiring` go what the above share:
`RequestReceiver` (queues what was read), `RefusedRequests` (those whose asker may change them), `PassingReplies`
(sentences that go by themselves) and `Suggestions` (what is completed while an option is typed).
"""
