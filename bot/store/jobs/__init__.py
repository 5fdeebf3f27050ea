"""Jobs: their stages, files and pictures, their admission, deliveries and posts, and what they were made from.

It hands out `Jobs` with its values (`Limits`, `Admission`, `Delivery`, `Unfinished`), `Lineage`, `Posts`, and the
options of a request as JSON-ready values. A step is one transaction, which settles the money too.
"""
