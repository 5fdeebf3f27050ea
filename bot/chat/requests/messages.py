"""Messages that mention the bot: a reply to a picture edits it, words alone make one."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime

import discord
import structlog

from bot.chat.platform.caller import guild_id_of
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.notation import to_readable, writer_of_message
from bot.chat.platform.own_messages import own_id
from bot.chat.requests.mentions import Mention, parse_mention
from bot.chat.requests.proxied import ProxiedMessages
from bot.chat.requests.responder import Responder
from bot.chat.requests.targets import (
    EditTarget,
    author_of,
    name_attachments,
    pictures_of,
    point_at,
    point_at_attachments,
    point_at_id,
)
from bot.chat.requests.user_request import UserRequest
from bot.domain.errors import EaselError, NoPictureThere, OptionMisread, PictureOutOfSight
from bot.domain.models import Model
from bot.domain.offer import values_of
from bot.service.album import Album
from bot.service.store_errors import store_errors
from bot.store.errors import StoreError
from bot.store.messages.taken import TakenMessages
from bot.words import conversation as conversation_words
from bot.words.language.spoken import speaking, spoken

log = structlog.get_logger(__name__)


class MessageRequests:
    """Takes messages for requests where they are such, and answers each with a reply."""

    def __init__(
        self,
        client: discord.Client,
        responder: Responder,
        *,
        album: Album,
        taken: TakenMessages,
        n_limit: int,
        models: Sequence[Model],
        describe_help: Callable[[discord.Message], str],
        language_of: Callable[[int], Awaitable[str]],
    ) -> None:
        """Answer with `describe_help` who asks for help; `n_limit` is the most pictures that a request may have.

        What is told of options are those that one of the `models` has. Where nobody else is, a person is answered in
        the language that `language_of` gives.
        """
        self._client = client
        self._responder = responder
        self._album = album
        self._taken = taken
        self._n_limit = n_limit
        self._offered = values_of(models)
        self._describe_help = describe_help
        self._language_of = language_of
        self._proxied = ProxiedMessages()

    def fit(self, models: Sequence[Model]) -> None:
        """Tell from now on of the options that one of these models has."""
        self._offered = values_of(models)

    async def take(self, message: discord.Message) -> None:
        """Take a message for a request where it is one, and answer it with a reply."""
        proxied = message.webhook_id is not None and message.webhook_id != self._client.application_id
        if self._client.user is None or (message.author.bot and not proxied):
            return
        if message.type not in {discord.MessageType.default, discord.MessageType.reply}:
            return
        picks = _replied_to(message) is not None or bool(pictures_of(message))
        mentions = _mentions(self._client.user.id, message.guild)
        mention = parse_mention(
            message.content, mentions=mentions, picks=picks, n_limit=self._n_limit, offered=self._offered
        )
        alone = guild_id_of(message) is None
        # A reply pings its author by itself: only who writes the name means it.
        if not mention.mentioned and not alone:
            return
        if not await self._is_taken_here(message):
            log.info("message_taken_elsewhere")
            return
        with structlog.contextvars.bound_contextvars(job=str(message.id)):
            if proxied:
                await self._proxied.answer(message)
                return
            self._proxied.note(message)
            with speaking(await self._language_of(message.author.id) if alone else spoken()):
                await self._answer(message, mention)

    async def _is_taken_here(self, message: discord.Message) -> bool:
        """Take a message for this process; where nobody knows who has it, Discord lets one answer with its nonce in."""
        try:
            return await self._taken.take(message.id, now=datetime.now(UTC))
        except StoreError:
            return True

    async def _answer(self, message: discord.Message, mention: Mention) -> None:
        if mention.asks_help:
            await _reply(message, self._describe_help(message))
            return
        # Not before: a name may look like an option.
        prompt = await to_readable(mention.prompt, writer_of_message(self._client, message))
        mention = replace(mention, prompt=prompt)
        try:
            with store_errors():
                target = await self._point(message, mention)
            if not target.sources and not (mention.mentioned and (mention.prompt or mention.misread)):
                await _reply(message, conversation_words.greeting())
                return
            _check_options(mention)
        except EaselError as error:
            await self._responder.refuse(message, error)
            return
        await self._responder.respond_to(message, self._to_request(mention, target))

    async def _point(self, message: discord.Message, mention: Mention) -> EditTarget:
        """Find the pictures that a message is about: those that it replies to, and those that come with it."""
        own = pictures_of(message)
        replied_to = _replied_to(message)
        if replied_to is None:
            return point_at_attachments(own, place=mention.place, author_id=author_of(message))
        try:
            target = await self._point_at_reference(replied_to, place=mention.place)
        except NoPictureThere:
            if not own:
                raise
            return point_at_attachments(own, place=mention.place, author_id=author_of(message))
        joined = name_attachments(own, author_id=author_of(message), first=len(target.sources) + 1)
        spoiler = target.spoiler or any(one.is_spoiler() for one in own)
        return replace(target, sources=(*target.sources, *joined), spoiler=spoiler)

    async def _point_at_reference(self, reference: discord.MessageReference, *, place: int | None) -> EditTarget:
        target = await point_at_id(reference.message_id or 0, album=self._album, place=place)
        if target is not None:
            return target
        replied_to = reference.resolved
        if not isinstance(replied_to, discord.Message):
            raise NoPictureThere if isinstance(replied_to, discord.DeletedReferencedMessage) else PictureOutOfSight
        # Discord shows all of a message or nothing of it; without the intent it shows those that mention the bot, and
        # ours.
        in_sight = bool(replied_to.content) or guild_id_of(replied_to) is None or self._client.intents.message_content
        return await point_at(
            replied_to, album=self._album, own_id=own_id(self._client), place=place, in_sight=in_sight
        )

    def _to_request(self, mention: Mention, target: EditTarget) -> UserRequest:
        """Put together what was said: of its options, those not named are as in the picture's own request."""
        return UserRequest(
            prompt=mention.prompt,
            choices=mention.choices,
            like=target.choices,
            images=target.sources,
            private=False,
            spoiler=target.spoiler or mention.spoiler,
        )


def _check_options(mention: Mention) -> None:
    """Refuse a message with words that look like an option and do not count.

    Raises:
        OptionMisread: which, and what was probably meant.
    """
    misread = mention.misread
    if misread is not None:
        raise OptionMisread(**asdict(misread), prompt=_with_place(mention))


def _with_place(mention: Mention) -> str:
    return mention.prompt if mention.place is None else f"{mention.place}: {mention.prompt}"


def _replied_to(message: discord.Message) -> discord.MessageReference | None:
    is_reply = message.type is discord.MessageType.reply and message.reference is not None
    return message.reference if is_reply else None


async def _reply(message: discord.Message, text: str) -> None:
    try:
        await message.reply(
            text,
            allowed_mentions=discord.AllowedMentions.none(),
            mention_author=False,
            suppress_embeds=True,
            nonce=f"{message.id}-w",
        )
    except FAILURES as error:
        log.info("words_refused", cause=error)


def _mentions(bot_id: int, guild: discord.Guild | None) -> tuple[str, ...]:
    """List what stands for the bot in a message; in a server also its own role, which has the same name."""
    role = guild.self_role if guild else None
    return (f"<@{bot_id}>", f"<@!{bot_id}>", *((f"<@&{role.id}>",) if role else ()))
