"""The gallery: pictures that are shared, their hearts, the messages that show them, and themes.

It hands out `Shares` and `Themes`; within the store also the loading, holding and changing of a share in a transaction.
"""
