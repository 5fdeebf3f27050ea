"""The playground: the real bot in a Discord of its own, as a page in the browser.

`run` is the command, `session` puts a bot into a `world` with `avatars` and `samples`, whose files are in `cdn` and
`downloads`. simcord's Preview shows one channel and lets one person act at a time: `reverse_proxy` stands before it,
with `channels`, `apps_menu`, `page` and `refresh` for what the Preview does not have, and `as_in_discord` for what it
shows otherwise.
"""
