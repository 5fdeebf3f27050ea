"""What the bot can do, with no Discord in it.

`Submissions` takes jobs in, by the `Rules` of the bot, the `OfferedModels` and the `ServerRules` (`AppliedRules` are
those for a `Caller`); `Drafts` of `Draft` are looked at before, and `RefusalCounts` counts what was refused.
`Album` finds pictures, for a `Viewer`; `History` and `descriptions` tell how they came about. `Gallery` shares them,
where `Publication` lets it, and `Moderation` decides on reports and mutes. Of a person: `Privacy`, `SavedReferences`,
`Export` (of `Records`) and `Forgetting`. Of a server: `SettingsAdmin` of `server_settings`, `ServerKeys` and `Usage`.
`StoreHealth` knows whether the stores answer; `store_errors` says of what fails there what people are told.
"""
