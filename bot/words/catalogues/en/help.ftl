### /help: what people can do, by example. What stands between backticks is what people type; the prompts are examples.

make-title = **Make a picture**
make-command = `/imagine a fox in snow quality:high n:{ $n }`
make-mention = `{ $bot } a fox in snow --size portrait --quality high`
message-options = -# In a message, options go at the end: { $options }.
change-title = **Change a picture**
# $bot is the name of the bot with a space after it, or nothing in a conversation with it.
change-reply = Reply to { $of_all ->
        [true] any picture
       *[false] one of my pictures
    }: `{ $bot }make it night`, or `{ $bot }2: make it night` for the second one.
change-menu = On any message: **Apps > Edit picture**, or **Apps > Use as reference** for your next { -slash-imagine } or { -slash-edit }.
change-command = `/edit make it night image:…` changes your own files.
change-part = **To repaint one area:** choose it under *Where?* in the form, or send a copy painted over in one colour as the mask. Circling something means what's inside. You see a preview before anything is spent.
result-title = **Under a picture**
result-buttons = **Again** makes a new version, also a larger one. { $edits ->
        [true] **Edit** and **Vary** start from the picture, **Larger** doubles its size, and **Extend** adds around it or cuts out its subject.{" "}
       *[false] {""}
    }**Info** shows all details{ $edits ->
        [true] {" "}and earlier versions
       *[false] {""}
    }. What you press counts toward your limits.
result-share = **Share** puts your picture in the server's gallery, where others can heart and remix it; see `/gallery`. **Report** pictures that shouldn't be there.
after-title = **Your pictures and data**
after-commands = { $edits ->
        [true] { -slash-history } shows your latest pictures, { -slash-tree } how they're related, { -slash-references } your reference pictures, { -slash-usage } what you've used and { -slash-privacy } who can edit your pictures.
       *[false] { -slash-history } shows your latest pictures and { -slash-usage } what you've used.
    }
after-records = { -slash-export-me } sends you everything I store about you; { -slash-forget-me } deletes it.
after-moderators = You're a moderator: you can **Cancel** and **Delete** other people's requests here, decide on { -slash-reports }, { -slash-mute } people, open a `/theme` and read { -slash-audit }. { -slash-usage } also shows what the server has used.
after-managers = You have Manage Server: { $edits ->
        [true] set who can edit members' uploads in { -slash-privacy }, and everything else in { -slash-settings }.
       *[false] set everything up in { -slash-settings }.
    }
free = -# A demo draws the pictures here. It's free, and it isn't an AI model.
