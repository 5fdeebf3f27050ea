### The line under a result, of parts with dots between them, and what else stands there.

# In place of words that Discord's filters block.
wordless = A prompt that Discord blocks here
# $prompt is bold already.
made-by = { $prompt } by { $asker }
demo = demo picture (no AI)
fewer = { $pictures } of { $asked } pictures arrived
re-encoded = picture { $place } re-encoded as { $kind } to fit Discord's file limit
svg-left-out = SVG of picture { $place } left out: over Discord's file limit
svg-alone = -# Discord doesn't show SVG files, and I couldn't draw this one as a PNG. Open it in a browser.
came-opaque = { $pictures ->
        [one] -# You asked for `background` transparent, but the picture isn't transparent.
       *[other] -# You asked for `background` transparent, but not every picture is transparent.
    }
# $options are names of options, $count how many.
no-effect = -# { $options } had no effect: the provider here doesn't support { $count ->
        [one] it
       *[other] them
    }.
# $size is that of what the model drew.
size-exact = { $size } merged into the original
size-cut-out = { $size } cut out of the original
size-extended = { $size } added around the original
size-as-drawn = { $size } as drawn
# What the model drew has too little in common with the original to be merged into it; $pictures counts those.
not-laid-in = { $which ->
        [alone] -# It couldn't be merged into the original, so this is what the model drew.
        [all] -# They couldn't be merged into the original, so these are what the model drew.
       *[some] { $pictures ->
            [one] -# { $pictures } of them couldn't be merged into the original, so it's as the model drew it.
           *[other] -# { $pictures } of them couldn't be merged into the original, so they're as the model drew them.
        }
    }
# A picture that was extended.
scaled-down = -# I scaled it down from { $before } first. At its full size, the extended picture would be over the limit.
# Heads a further message of the same result.
continued = { $place } of { $places }
late = { $asker }, this is for you:

## Alt texts

plain-alt = Picture { $place }. { wordless }.
alt = { $prompt }
alt-of-several = Picture { $place } of { $places }: { $prompt }
# Of an edit: $original is what the picture showed first, $change what was asked for since.
alt-edited = { $original }, edited: { $change }
# Between two changes.
changes-between = {"; "}
# Of a picture whose original has no words here.
alt-made-from = Made from another picture: { $change }
