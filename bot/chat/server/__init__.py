"""What a server sets and spends: /settings and /usage.

`SettingsMessages` shows what is set and changes it, as a `View` of `settings_layout`; `SettingsControls` listens for
the selects and buttons of that message, `KeyControls` for those of a server's own key; `UsageAnswers` answers /usage.
"""
