### Picture info, and the tree of related pictures.

## Titles, at most 100 characters each

info-title = Picture info
info-parents = Made from
info-tree = Tree
# A list of earlier versions to choose from.
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
seed-own = random
free = free
failed = failed
# Which of the two pictures of an edit with a mask is shown.
shown-exact = exact (merged into the original)
shown-cut-out = exact (cut out of the original)
shown-extended = exact (added around the original)
shown-as-drawn = as the model drew it
made-by = { $person } { $moment }

## What it was made from

uploads = { $pictures ->
        [one] - { $pictures } upload
       *[other] - { $pictures } uploads
    }
with-mask = - a mask: only part of it was repainted
with-marks = - marks drawn over the picture, which the model followed
ancestor = - { $prompt } by { $person }
# The text of a link to a picture.
look = view
nothing-known = - pictures that are private or no longer stored
# In place of a prompt that is gone.
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
tree-alone = This picture has no relatives yet. Reply to it with a change to make one.
tree = How this picture came about and what was made from it: { $requests ->
        [one] { $requests } request
       *[other] { $requests } requests
    }. The framed one is the picture you chose.
# Alt text.
tree-alt = A tree of { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    }, each one above the pictures made from it.
# A line of the list under the tree: $number and $parents are like #3, $change is the prompt or what was done.
tree-line = { $number } { $derived ->
        [true] from { $parents }:{" "}
       *[false] {""}
    }{"**"}{ $change }{"**"} by { $person }
# The same for what is deleted or private.
tree-line-kept = { $number } { $words }
# What the list has no room for.
tree-more = -# and { $requests } more
