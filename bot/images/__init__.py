"""Bytes in, bytes out: the only place of the bot that imports Pillow, numpy, isal or libheif; pictures never leave it.

`prepare` makes an input picture ready for upload, `masks` the mask that goes with it; `file_limit` brings a result
under Discord's limit; `colour` is the one way to sRGB; `drawn` makes pictures of our own. All of it blocks: `offload`
takes it off the event loop.
"""
