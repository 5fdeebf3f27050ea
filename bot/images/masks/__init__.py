"""Where a picture is painted anew: any mask to the one that the API wants, and the ways to say it without one.

`mask` builds the mask that goes up; `reading` has the rules for what a file marks, and says where a person could have
meant two things. A `region` says the same in white on black: read from a mask, drawn from named areas, or found by
`painted_copy` in a copy of the picture that somebody painted over.
"""
