"""A change laid into the picture that it was made for: what was not marked stays, to the pixel.

`upload` cuts out what the model is shown, with a `soft_edge` inside of what is marked. `lay_in` brings the answer back:
`registration` finds where the crop lies in it, `tone` how its colours are off, and `blend` paints. To extend a picture
is to change what is new on a larger `canvas`.
"""
