### /help: what can be done, by example. What stands between backticks is what people type; prompts in it are examples.

make-title = **Make a picture**
make-command = `/imagine a fox in snow quality:high n:{ $n }`
make-mention = `{ $bot } a fox in snow --size portrait --quality high`
message-options = -# Options of a message come last: { $options }.
change-title = **Change a picture**
# $bot is the name of the bot with a space behind it, or nothing in a conversation with it.
change-reply = Reply to { $of_all ->
        [true] any picture
       *[false] a picture of mine
    }: `{ $bot }make it night`, or `{ $bot }2: make it night` for the second one.
change-menu = On any message: **Apps > Edit picture**, or **Apps > Use as reference** for your next /imagine or /edit.
change-command = `/edit make it night image:…` takes files of yours.
change-part = **Only a part:** choose *Where?* in the form, or give as mask the picture painted over in one colour, as a phone does it; what you circle counts as its inside. You see where it goes before anything is spent.
result-title = **Under a result**
result-buttons = **Again** asks once more, also larger, { $edits ->
        [true] **Edit** and **Vary** work from the picture, **Larger** makes it again at twice its size, **Extend** paints what lies beside it or cuts its subject out,{" "}
       *[false] {""}
    }**Info** tells all{ $edits ->
        [true] {" "}and leads back
       *[false] {""}
    }. Who presses pays.
result-share = **Share** shows yours in the server's gallery, to be hearted and remixed; `/gallery` looks through it. **Report** tells those who look after it what should not be there.
after-title = **Look after it**
after-commands = { $edits ->
        [true] `/history` has your last pictures, `/tree` their family, `/references` what you put aside, `/usage` what you used, `/privacy` who may edit your pictures.
       *[false] `/history` has your last pictures, `/usage` what you used.
    }
after-records = `/export me` sends you all that I keep of you, `/forget me` deletes it.
after-moderators = As a moderator you may **Cancel** and **Delete** what others asked for here, decide on `/reports`, `/mute` people, open a `/theme`, and look at `/audit`; `/usage` tells you what the server used.
after-managers = As a manager of this server you decide { $edits ->
        [true] in `/privacy` about members' uploads, and in `/settings` about all else.
       *[false] in `/settings` about all else.
    }
free = -# Here the pictures are drawn by a demo, by no AI model, and are free.
