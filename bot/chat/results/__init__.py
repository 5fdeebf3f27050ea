"""What can be done with a result: its buttons, the Apps menu of a message, /history, /tree.

`buttons` holds what all of them look like, and `ResultView`, which delivery puts under a result. `ResultPresses`,
`Renditions`, `PictureInfo`, `FamilyTree` and `HistoryPages` take the presses, by their `components`; `PictureMenus` is
the Apps menu.
"""
