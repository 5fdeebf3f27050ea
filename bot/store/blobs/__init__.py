"""Blobs: the files that came in and the pictures that came back, in a folder or a bucket.

It hands out `Blobs`, opened by `open_blobs`, the `BlobDeletions` of a database, and to other features of the store
`mark_for_deletion`.
"""
