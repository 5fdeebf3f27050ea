"""What every feature needs of Discord.

Who speaks, and what they may: `caller` and `viewer` (as the rules of a server and the album look at them),
`Languages`, `permissions` and `access`. What is there: `Guilds`, `Channels` (messages in channels and forums),
`own_messages`, `embedded_pictures`, `names`, `notation` (`<@id>` as people see it), and `raw_events`, as Discord sends
them.

What is said: `components` (buttons that outlive the process: `on_press`, `view_of`), `layouts` (messages of parts),
`localizations` of commands, `files`, `shrinking` (`send_shrinking`), `raw_messages` and `Messenger` (calls on behalf of
a job), over a `Transport` that asks again. What goes wrong: `refusals` (Discord's codes as data), `errors` (what one
means), `error_answers` (`answer_errors`, `deferred`). Besides: `background` and `limits`.
"""
