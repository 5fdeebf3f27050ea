"""What is kept of a person, and what they want done with it: /privacy, /references, /export me, /forget me.

`PrivacyChoices`, `ReferenceList`, `ExportMessages` and `ForgetQuestion` answer the commands, and take the presses of
`buttons` by their `components`; `MessageErasure` is what forgetting has done in Discord.
"""
