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
# Heads a further message of the same result.
continued = { $place } of { $places }
late = { $asker }, this is for you:

## Alt texts

plain-alt = Picture { $place }. { wordless }.
alt = { $prompt }
alt-of-several = Picture { $place } of { $places }: { $prompt }
