"""Messages that mention the bot: a reply to a picture edits it, words alone make one."""

from dataclasses import replace
from typing import TYPE_CHECKING

import discord
import structlog

from bot.chat.platform.errors import FAILURES
from bot.chat.requests.mentions import Mention, parse_mention
from bot.chat.requests.parser import store_errors
from bot.chat.requests.targets import (
    EditTarget,
    name_attachments,
    pictures_of,
    point_at,
    point_at_attachments,
    point_at_id,
)
from bot.chat.requests.user_request import UserRequest
from bot.domain.errors import EaselError, NoPictureThere, PictureOutOfSight
from bot.domain.larger import size_for
from bot.words import conversation as conversation_words

if TYPE_CHECKING:
    from bot.chat.client import EaselBot

log = structlog.get_logger(__name__)


async def converse(bot: "EaselBot", message: discord.Message) -> None:
    """Take a message for a request where it is one, and answer it with a reply."""
    if message.author.bot or message.webhook_id is not None or bot.user is None:
        return
    if message.type not in {discord.MessageType.default, discord.MessageType.reply}:
        return
    picks = _replied_to(message) is not None or bool(pictures_of(message))
    mention = parse_mention(message.content, mentions=_mentions(bot.user.id, message.guild), picks=picks)
    alone = message.guild is None
    # A reply pings its author by itself: only who writes the name means it.
    if not mention.mentioned and not alone:
        return
    with structlog.contextvars.bound_contextvars(job=str(message.id)):
        await _answer(bot, message, mention)


async def _answer(bot: "EaselBot", message: discord.Message, mention: Mention) -> None:
    responder = bot.parts.responder
    try:
        with store_errors():
            target = await _point(bot, message, mention)
    except EaselError as error:
        await responder.refuse(message, error)
        return
    if not target.sources and not (mention.mentioned and mention.prompt):
        await _greet(message)
        return
    await responder.respond_to(message, _ask(bot, mention, target))


async def _point(bot: "EaselBot", message: discord.Message, mention: Mention) -> EditTarget:
    """Find the pictures that a message is about: those that it replies to, and those that come with it."""
    own = pictures_of(message)
    replied_to = _replied_to(message)
    if replied_to is None:
        return point_at_attachments(own, place=mention.place)
    try:
        target = await _point_at_target(bot, replied_to, mention)
    except NoPictureThere:
        if not own:
            raise
        return point_at_attachments(own, place=mention.place)
    joined = name_attachments(own, first=len(target.sources) + 1)
    spoiler = target.spoiler or any(one.is_spoiler() for one in own)
    return replace(target, sources=(*target.sources, *joined), spoiler=spoiler)


async def _point_at_target(bot: "EaselBot", reference: discord.MessageReference, mention: Mention) -> EditTarget:
    album, place, own_id = bot.parts.album, mention.place, _own_id(bot)
    target = await point_at_id(reference.message_id or 0, album=album, place=place)
    if target is not None:
        return target
    replied_to = reference.resolved
    if not isinstance(replied_to, discord.Message):
        raise NoPictureThere if isinstance(replied_to, discord.DeletedReferencedMessage) else PictureOutOfSight
    # Discord shows all of a message or nothing of it; without the intent it shows those that mention the bot, and ours.
    in_sight = bool(replied_to.content) or replied_to.guild is None or bot.intents.message_content
    return await point_at(replied_to, album=album, own_id=own_id, place=place, in_sight=in_sight)


def _replied_to(message: discord.Message) -> discord.MessageReference | None:
    is_reply = message.type is discord.MessageType.reply and message.reference is not None
    return message.reference if is_reply else None


def _ask(bot: "EaselBot", mention: Mention, target: EditTarget) -> UserRequest:
    """Put together what was said: of its options, those that were not named are as in the picture's own request."""
    choices = mention.choices
    if choices.size is not None:
        model = bot.parts.catalogue.find(choices.model or target.choices.model or bot.parts.defaults.model)
        choices = replace(choices, size=size_for(choices.size, model))
    return UserRequest(
        prompt=mention.prompt,
        choices=choices,
        like=target.choices,
        images=target.sources,
        private=False,
        spoiler=target.spoiler,
    )


async def _greet(message: discord.Message) -> None:
    try:
        await message.reply(
            conversation_words.GREETING, allowed_mentions=discord.AllowedMentions.none(), mention_author=False
        )
    except FAILURES as error:
        log.info("greeting_refused", cause=repr(error))


def _mentions(own_id: int, guild: discord.Guild | None) -> tuple[str, ...]:
    """List what stands for the bot in a message; in a server also its own role, which has the same name."""
    role = guild.self_role if guild else None
    return (f"<@{own_id}>", f"<@!{own_id}>", *((f"<@&{role.id}>",) if role else ()))


def _own_id(bot: "EaselBot") -> int:
    return bot.user.id if bot.user else 0
