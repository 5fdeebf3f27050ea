### Answers to one person alone that Discord didn't accept.

discord-refused = Discord didn't accept the answer. Try again in a moment. Nothing was spent.
picture-filtered = Discord's filter blocks a picture in the answer as explicit. Only a different picture will get through.
words-blocked = Discord blocks words or links in the answer here. Try another server or a direct message. Nothing was spent.
not-listened = This button is from an older version of Easel. Use its command again.
