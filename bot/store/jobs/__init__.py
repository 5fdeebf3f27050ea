"""Jobs: their stages, files and pictures, their admission, deliveries and posts, and what they were made from.

It hands out `Jobs` with its values (`Limits`, `Admission`, `Unfinished`), `Deliveries` with theirs (`Delivery`,
`DeliveryState`, `Way`, `nonce_of`), `Lineage`, `Posts` (of `Post`), and the options of a request as JSON-ready values
(`options_record`). To the features of the store: `to_picture_ref`, and of `transitions` the emptying of a job
(`IS_FULL`, `empty`). A step is one transaction, which settles the money too.
"""
