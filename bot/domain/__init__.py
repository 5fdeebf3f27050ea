"""Plain values and rules; imports nothing of ours.

Enumerations, frozen values and errors are declarations: where two look alike, they share a shape and no logic.
"""
