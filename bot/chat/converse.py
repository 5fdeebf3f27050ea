"""Messages that mention the bot: a reply to a picture edits it, words alone make one."""

from dataclasses import replace
from typing import TYPE_CHECKING

import discord
import structlog

from bot.chat import wording
from bot.chat.ask import Ask
from bot.chat.form import Pointed
from bot.chat.mention import Spoken, parse_mention
from bot.chat.parse import store_errors
from bot.chat.pointing import name_attachments, pictures_of, point_at, point_at_attachments, point_at_id
from bot.chat.refusals import FAILURES
from bot.domain.errors import EaselError, NoPictureThere, PictureOutOfSight
from bot.domain.larger import size_for

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
    spoken = parse_mention(message.content, mentions=_mentions(bot.user.id, message.guild), picks=picks)
    alone = message.guild is None
    # A reply pings its author by itself: only who writes the name means it.
    if not spoken.mentioned and not alone:
        return
    with structlog.contextvars.bound_contextvars(job=str(message.id)):
        await _answer(bot, message, spoken)


async def _answer(bot: "EaselBot", message: discord.Message, spoken: Spoken) -> None:
    responder = bot.parts.responder
    application_id = bot.application_id or 0
    try:
        with store_errors():
            pointed = await _point(bot, message, spoken)
    except EaselError as error:
        await responder.refuse(message, error, application_id=application_id)
        return
    if not pointed.sources and not (spoken.mentioned and spoken.prompt):
        await _greet(message)
        return
    await responder.respond_to(message, _ask(bot, spoken, pointed), application_id=application_id)


async def _point(bot: "EaselBot", message: discord.Message, spoken: Spoken) -> Pointed:
    """Find the pictures that a message is about: those that it replies to, and those that come with it."""
    own = pictures_of(message)
    replied_to = _replied_to(message)
    if replied_to is None:
        return point_at_attachments(own, place=spoken.place)
    try:
        pointed = await _point_at_target(bot, replied_to, spoken)
    except NoPictureThere:
        if not own:
            raise
        return point_at_attachments(own, place=spoken.place)
    joined = name_attachments(own, first=len(pointed.sources) + 1)
    spoiler = pointed.spoiler or any(one.is_spoiler() for one in own)
    return replace(pointed, sources=(*pointed.sources, *joined), spoiler=spoiler)


async def _point_at_target(bot: "EaselBot", reference: discord.MessageReference, spoken: Spoken) -> Pointed:
    album, place, own_id = bot.parts.album, spoken.place, _own_id(bot)
    pointed = await point_at_id(reference.message_id or 0, album=album, place=place)
    if pointed is not None:
        return pointed
    target = reference.resolved
    if not isinstance(target, discord.Message):
        raise NoPictureThere if isinstance(target, discord.DeletedReferencedMessage) else PictureOutOfSight
    # Discord shows all of a message or nothing of it; without the intent it shows those that mention the bot, and ours.
    in_sight = bool(target.content) or target.guild is None or bot.intents.message_content
    return await point_at(target, album=album, own_id=own_id, place=place, in_sight=in_sight)


def _replied_to(message: discord.Message) -> discord.MessageReference | None:
    is_reply = message.type is discord.MessageType.reply and message.reference is not None
    return message.reference if is_reply else None


def _ask(bot: "EaselBot", spoken: Spoken, pointed: Pointed) -> Ask:
    """Put together what was said: of its options, those that were not named are as in the picture's own request."""
    choices = spoken.choices
    if choices.size is not None:
        model = bot.parts.catalogue.find(choices.model or pointed.choices.model or bot.parts.defaults.model)
        choices = replace(choices, size=size_for(choices.size, model))
    return Ask(
        prompt=spoken.prompt,
        choices=choices,
        like=pointed.choices,
        images=pointed.sources,
        private=False,
        spoiler=pointed.spoiler,
    )


async def _greet(message: discord.Message) -> None:
    try:
        await message.reply(wording.GREETING, allowed_mentions=discord.AllowedMentions.none(), mention_author=False)
    except FAILURES as error:
        log.info("greeting_refused", cause=repr(error))


def _mentions(own_id: int, guild: discord.Guild | None) -> tuple[str, ...]:
    """List what stands for the bot in a message; in a server also its own role, which has the same name."""
    role = guild.self_role if guild else None
    return (f"<@{own_id}>", f"<@!{own_id}>", *((f"<@&{role.id}>",) if role else ()))


def _own_id(bot: "EaselBot") -> int:
    return bot.user.id if bot.user else 0
