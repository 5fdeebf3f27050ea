"""What servers want, their keys, what they refused, and what their days came to.

It hands out `Servers` (with `ChangedBy`), `StoredKeys` and the `KeyCipher` that they need (`KeyUnreadable`),
`Refusals`, and `ServerLedger` of `CostLine` and `RefusalCount`; to the features of the store `load_keys`.
"""
