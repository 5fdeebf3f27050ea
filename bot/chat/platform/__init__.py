"""What every feature needs of Discord.

`components` (buttons that outlive the process: `on_press`, `view_of`), `error_answers` (`answer_errors`, `deferred`),
`errors` (what a refusal means), `files`, `shrinking` (`send_shrinking`), `permissions` and `access`, `caller` and
`viewer` (who speaks, as the rules of a server and the album look at it), `Messenger` (calls on behalf of a job),
`Channels` (messages in channels and forums), `own_messages`, `background` and `limits`.
"""
