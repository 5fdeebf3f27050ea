### Picture info, and the tree of a picture's family.

## Titles, at most 100 characters each

info-title = Picture info
info-parents = Made from
info-tree = Tree
# A list to choose an ancestor from.
info-back = Back to…

## The fields of Picture info

field-by = By
field-model = Model
field-quality = Quality
field-size = Size
field-background = Background
field-format = Format
field-pictures = Pictures
field-seed = Seed
field-cost = Cost
field-shown = Shown
field-task = Task
field-aspect = Aspect
field-state = State
# The provider has chosen a seed by itself.
seed-own = of its own
free = free
failed = failed
# Which of the two pictures of an edit with a mask is shown.
shown-exact = exact: laid into the original
shown-as-drawn = as the model drew it
made-by = { $person } { $moment }

## What it was made from

uploads = { $pictures ->
        [one] - 1 picture of the asker's
       *[other] - { $pictures } pictures of the asker's
    }
with-mask = - with a mask: only a part was painted anew
with-marks = - with marks over the picture, which were followed
ancestor = - { $prompt } by { $person }
look = look
nothing-known = - pictures that are private or not kept any more
# In the place of words that are gone.
deleted = deleted
# An entry of the list "Back to…"; at most 100 characters.
step-back = { $steps ->
        [one] { $steps } step back
       *[other] { $steps } steps back
    }
# The same; at most 100 characters.
step-back-of-several = { step-back }, picture { $place } of { $places }

## The tree; "private" is drawn on a card

tree-private = private
tree-alone = This picture came from none of Easel's, and none came from it so far. Reply to it with a change.
tree = The family of this picture, { $requests } requests in all; the framed one is where you are.
# Alt text.
tree-alt = A tree of { $pictures } pictures, each above those that were made from it.
