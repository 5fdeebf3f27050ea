"""What a server sets and spends: /settings and /usage.

`SettingsMessages` shows what is set and changes it, `SettingsControls` listens for the selects and buttons of that
message; `UsageAnswers` answers /usage.
"""
