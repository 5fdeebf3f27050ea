"""What can be done with a result: its buttons, the Apps menu of a message, /history, /tree.

`buttons` holds what all of them look like, and `ResultView`, which delivery puts under a result; `ShareButtons` brings
them in line with what is shared. `ResultPresses`, `Renditions`, `PictureInfo`, `FamilyTree` and `HistoryPages` take the
presses, by their `components`; `PictureMenus` is the Apps menu. They hand on to `ResultEditing`, `ResultExtending`,
`Comparison`, `Deletion`, `Reposting` and `HistorySheets`.
"""
