"""One call: its attempts, the waits between them, and its answer."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import aclosing, contextmanager
from typing import Any

import structlog

from bot.domain.errors import EaselError, ProviderTimedOut
from bot.domain.ports import OnBody, OnPartial, OnWait
from bot.domain.request import ApiAnswer, ApiCall, PartialPicture
from bot.proxy.answers import Body, BodyReader, budget_bytes
from bot.proxy.attempts import Attempts
from bot.proxy.bodies import joined, sound
from bot.proxy.breaker import HANG_SHARE, Breaker, Passage
from bot.proxy.events import read_events
from bot.proxy.failures import Asked, AttemptFailed, CallerFailed
from bot.proxy.fields import STREAM_FIELDS
from bot.proxy.forms import Form, build_form
from bot.proxy.pictures import Collector
from bot.proxy.profile import Profile
from bot.proxy.scan import TEXT_LIMIT_BYTES, Unreadable
from bot.proxy.secrecy import Secrets
from bot.proxy.transport import Answer, Transport

BODY_IDLE_SECONDS = 60.0
"""How long an answer that has begun may pause: what has arrived by then is all there will be."""
_HANG_LOOKS = 8

_log = structlog.get_logger(__name__)


class RunningCall:
    """A call under way.

    `untaken` are the fields that this provider turned out not to take for this model; what is learned here is added
    to it. `deadline` is on the clock of the running loop.
    """

    def __init__(
        self,
        call: ApiCall,
        *,
        operation: str,
        profile: Profile,
        transport: Transport,
        untaken: set[str],
        deadline: float,
        breaker: Breaker,
        passage: Passage,
    ) -> None:
        self._call = call
        self._secrets = Secrets(key=profile.api_key, prompt=call.prompt, more=profile.secrets)
        self._operation = operation
        self._profile = profile
        self._transport = transport
        self._untaken = untaken
        self._deadline = deadline
        self._attempts = Attempts(profile, operation=operation, deadline=deadline)
        self._collector = Collector(
            profile,
            operation=operation,
            transport=transport,
            attempts=self._attempts,
            secrets=self._secrets,
            deadline=deadline,
            budget_bytes=budget_bytes(call.options.n),
        )
        self._breaker = breaker
        self._passage = passage
        self._keys_spent = 0
        self._reader: BodyReader | None = None
        self._saved: Body | None = None
        self._cost_microusd: int | None = None

    async def run(
        self, on_partial: OnPartial | None, on_body: OnBody | None, on_wait: OnWait | None, *, partial_images: int
    ) -> ApiAnswer:
        """Ask until there is an answer or a reason to stop.

        Raises:
            ContentRefused: by the provider's safety system.
            ProviderTimedOut: there was no answer at the deadline.
            ProviderError: what failed last.
        """
        self._attempts.on_wait = on_wait
        asks_for = partial_images if on_partial is not None and self._profile.streams else None
        repeatable = self._profile.takes_idempotency_key or self._profile.free
        dropped: tuple[str, ...] = ()

        async def attempt() -> Body:
            nonlocal dropped
            without = frozenset(self._untaken)
            wanted = None if without & STREAM_FIELDS else asks_for
            form = build_form(self._call, self._profile, partial_images=wanted, without=without)
            dropped = form.dropped
            url = self._profile.images_url(self._operation, self._call.options.model)
            async with self._transport.request(
                "POST",
                url,
                secrets=self._secrets,
                about=self._asked(form),
                headers=self._headers(),
                **self._body(form),
            ) as answer:
                return await self._read(answer, on_partial, on_body)

        try:
            body = await self._in_time(attempt, repeatable=repeatable)
        except CallerFailed as failed:
            raise failed.error from None
        return ApiAnswer(
            pictures=await self._collector.collect(body.entries, n=self._call.options.n),
            usage=body.usage,
            size=body.size,
            quality=body.quality,
            dropped=dropped,
            cost_microusd=self._cost_microusd,
        )

    async def _in_time(self, attempt: Callable[[], Awaitable[Body]], *, repeatable: bool) -> Body:
        try:
            async with asyncio.timeout_at(self._deadline) as scope:
                with self._watch(scope):
                    return await self._attempts.persist(attempt, repeatable=repeatable)
        except TimeoutError as error:
            if not scope.expired():
                raise
            saved = self._saved or (self._reader and sound(self._reader.salvage()))
            if saved and saved.entries:
                return saved
            raise self._timed_out() from error
        except EaselError:
            if self._saved is None:
                raise
            return self._saved

    @contextmanager
    def _watch(self, scope: asyncio.Timeout) -> Iterator[None]:
        """End the call when nobody gets an answer: a provider that hangs must not hold all places to the end."""
        loop = asyncio.get_running_loop()
        hang_seconds = self._profile.total_timeout_seconds * HANG_SHARE
        handle: asyncio.TimerHandle | None = None

        def look() -> None:
            nonlocal handle
            if self._reader is None and self._breaker.gives_up(self._passage, hang_seconds=hang_seconds):
                scope.reschedule(loop.time())
            else:
                handle = loop.call_later(hang_seconds / _HANG_LOOKS, look)

        handle = loop.call_later(hang_seconds, look)
        try:
            yield
        finally:
            handle.cancel()

    def _asked(self, form: Form) -> Asked:
        options = self._call.options
        return Asked(
            model=options.model,
            fields=frozenset(form.fields),
            output_format=options.output_format.value,
            pictures=len(self._call.images),
        )

    def _body(self, form: Form) -> dict[str, Any]:
        if self._operation != "edits":
            return {"json": form.to_json()}
        style = self._profile.json_edit
        return {"data": form.to_multipart()} if style is None else {"json": form.to_json_edit(style)}

    def _headers(self) -> dict[str, str]:
        if not self._profile.takes_idempotency_key:
            return {}
        # Each further key follows from the first, so that a process that does the call again finds the same ones.
        number = f"-{self._keys_spent + 1}" if self._keys_spent else ""
        return {"Idempotency-Key": f"{self._call.key}{number}"}

    async def _read(self, answer: Answer, on_partial: OnPartial | None, on_body: OnBody | None) -> Body:
        if not answer.is_good:
            failure = await answer.failure()
            if failure.field is not None:
                self._leave_out(failure.field, failure.detail)
            # What was stored of this key, or of another body under it, is no use to the next attempt.
            self._keys_spent += failure.needs_fresh_key or failure.field is not None
            raise failure
        self._breaker.answered()
        self._cost_microusd = answer.cost_microusd
        if on_body is not None and not answer.is_stream:
            await _tell(on_body())
        try:
            body = await (self._follow(answer, on_partial) if answer.is_stream else self._take(answer))
        except Unreadable as error:
            raise answer.unreadable(f"{error} {error.excerpt}") from error
        # A picture that is here was paid for, and is kept whatever else the answer says.
        if body.entries:
            return body
        if body.failure:
            raise answer.told(body.failure)
        if not body.items:
            raise answer.empty()
        raise answer.unreadable("no picture of a known format in it")

    def _leave_out(self, name: str, detail: str) -> None:
        if name not in self._untaken:
            self._untaken.add(name)
            _log.warning(
                "images_api_field_not_taken",
                field=name,
                model=self._call.options.model,
                operation=self._operation,
                detail=detail,
                setting=f"IMAGES_OMIT_FIELDS={name}",
            )

    async def _take(self, answer: Answer) -> Body:
        reader = self._reader = BodyReader(limit_bytes=budget_bytes(self._call.options.n) + TEXT_LIMIT_BYTES)
        try:
            async with aclosing(answer.chunks()) as chunks:
                while (chunk := await self._next(chunks, answer)) is not None:
                    reader.feed(chunk)
            return sound(reader.finish())
        except AttemptFailed:
            saved = sound(reader.salvage())
            if reader.is_whole and saved.entries:
                return saved
            self._saved = saved if saved.entries else self._saved
            raise
        except Unreadable:
            saved = sound(reader.salvage())
            if saved.entries:
                return saved
            raise

    async def _next(self, chunks: AsyncGenerator[bytes], answer: Answer) -> bytes | None:
        try:
            async with asyncio.timeout(BODY_IDLE_SECONDS) as scope:
                return await anext(chunks, None)
        except TimeoutError as error:
            if not scope.expired():
                raise
            raise answer.cut_off(f"nothing more in {BODY_IDLE_SECONDS:.0f} s") from error

    async def _follow(self, answer: Answer, on_partial: OnPartial | None) -> Body:
        whole = Body()
        try:
            async with aclosing(answer.chunks()) as chunks, aclosing(read_events(chunks)) as events:
                async for event in events:
                    if isinstance(event, PartialPicture):
                        if on_partial is not None:
                            await _tell(on_partial(event))
                        continue
                    whole = joined(whole, sound(event))
                    if whole.failure is not None or len(whole.entries) >= self._call.options.n:
                        break
        except (AttemptFailed, Unreadable):
            if not whole.entries:
                raise
        return whole

    def _timed_out(self) -> ProviderTimedOut:
        left_seconds = max(self._deadline - asyncio.get_running_loop().time(), 0.0)
        after_seconds = self._profile.total_timeout_seconds - left_seconds
        return ProviderTimedOut(after_seconds=round(after_seconds, 3), may_have_cost=not self._profile.free)


async def _tell(told: Awaitable[object]) -> None:
    """Wait for whoever asks to hear of something.

    Raises:
        CallerFailed: they failed at it.
    """
    try:
        await told
    except Exception as error:
        raise CallerFailed(error) from error
