"""Discord adapters: from what people do to plain values, and back.

A package a feature, upon `platform`, which has what all of them need. The client itself stands here: `client`
(`EaselBot`), the guard around discord.py (`gateway`), its address, `sync`, which registers the commands; and /help.
"""
