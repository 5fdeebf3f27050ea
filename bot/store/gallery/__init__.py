"""The gallery: pictures that are shared, their hearts, the messages that show them, and themes.

It hands out `Shares` and `Themes`; to the features of the store the loading and holding of a share in a transaction
(`find_share`, `load_shares`, `lock_share`) and its change (`set_state`).
"""
