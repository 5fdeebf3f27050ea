"""Discord's permissions, by the names that its own settings show."""

from bot.words.language.catalogue import Topic

PERMISSIONS = Topic("permissions").each(
    "permission",
    (
        "view_channel",
        "send_messages",
        "send_messages_in_threads",
        "embed_links",
        "attach_files",
        "read_message_history",
    ),
)
