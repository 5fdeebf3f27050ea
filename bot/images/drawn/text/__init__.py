"""Text of any script: cut into `graphemes`, put in order by `bidi`, and written as a `line` in the `fonts`.

It stands apart from the pictures it is written on. The files of the fonts are in `bot/images/drawn/fonts`.
"""
