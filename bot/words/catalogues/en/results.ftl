### The line under a result, of parts with dots between them, and what else stands there.

# In place of words that Discord's filters do not let through.
wordless = A prompt that Discord blocks here
# $prompt is bold already.
made-by = { $prompt } by { $asker }
demo = free demo, drawn by no AI model
fewer = { $pictures } of { $asked } pictures came
re-encoded = picture { $place } re-encoded as { $kind } to fit Discord's file limit
svg-left-out = the SVG of picture { $place } left out, over Discord's file limit
svg-alone = -# Discord does not show SVG files, and this one could not be drawn as a PNG: open it in a browser.
came-opaque = { $pictures ->
        [one] -# It came opaque, although `background` transparent was asked for.
       *[other] -# Not all of them came transparent, although `background` transparent was asked for.
    }
# $options are names of options, $count how many.
no-effect = -# { $options } had no effect: the images service here does not have { $count ->
        [one] it
       *[other] them
    }.
# $size is that of what the model drew.
size-exact = { $size } laid into the original
size-as-drawn = { $size } as drawn
# What the model drew has too little of the original in it to be laid into that; $pictures counts those.
not-laid-in = { $which ->
        [alone] -# It does not fit the original, so that this is what the model drew.
        [all] -# None of them fits the original, so that they came as the model drew.
       *[some] { $pictures ->
            [one] -# { $pictures } of them does not fit the original, so that it came as the model drew.
           *[other] -# { $pictures } of them do not fit the original, so that they came as the model drew.
        }
    }
# A picture that was extended.
scaled-down = -# It was scaled down from { $before } first: extended at that size, it would be larger than a picture may be.
# Heads a further message of the same result.
continued = { $place } of { $places }
late = { $asker }, this is for you:

## Alt texts

plain-alt = Picture { $place }. { wordless }.
alt = { $prompt }
alt-of-several = Picture { $place } of { $places }: { $prompt }
