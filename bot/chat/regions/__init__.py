"""The part of a picture that changes, shown before it is paid for.

`RegionPreview` shows a draft and takes the presses under it by its `components`, but for Go (`GoButton`) and
`FollowButton` of `buttons`, which `requests` takes; `area_options` are the parts that a select offers.
"""
