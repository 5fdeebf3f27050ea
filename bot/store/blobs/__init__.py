"""Blobs: the files that came in and the pictures that came back, in a folder or a bucket."""
