"""What the images provider says, and what follows from it: address, key, models, repeated calls, partial pictures."""

from collections.abc import AsyncIterator, Iterator
from datetime import date

from bot.demo.embedded import embedded_images
from bot.doctor.address import examine_address
from bot.doctor.finding import Finding, Verdict
from bot.domain.errors import (
    AccountBlocked,
    AddressWrong,
    EaselError,
    KeyRejected,
    ModelUnknown,
    OrganizationUnverified,
    OutOfMoney,
)
from bot.proxy.api import ImagesClient
from bot.proxy.check import Check, CheckState, Trial
from bot.proxy.profile import Profile
from bot.settings import Settings
from bot.wiring.errors import SettingsWrong
from bot.wiring.provider import read_profile


async def examine_provider(settings: Settings) -> AsyncIterator[Finding]:
    """Try the address, the key and the model, without paying."""
    for finding in examine_address(settings):
        yield finding
    try:
        async with embedded_images(settings) as reachable, ImagesClient(read_profile(reachable)) as client:
            check = await client.check(settings.images_model)
            yield _provider(settings, check)
            for finding in _missing(settings, client.profile, check):
                yield finding
            if check.state in _WORTH_A_TRIAL:
                yield _trial(settings, await client.try_without_prompt(settings.images_model))
    except SettingsWrong as error:
        yield Finding(Verdict.BAD, f"The image provider isn't set up: {error}.")
        return
    yield _repeating(settings, client.profile)
    if settings.partials and not client.profile.streams:
        yield _streaming(settings)


def _streaming(settings: Settings) -> Finding:
    name = settings.images_provider
    way_out = "" if name == "litellm" else ", unless IMAGES_SEND_FIELDS=stream says it does"
    return Finding(Verdict.NOTE, f"PARTIAL_IMAGES has no effect: the provider {name} doesn't stream{way_out}.")


_WORTH_A_TRIAL = frozenset({CheckState.KEY_ACCEPTED, CheckState.REACHABLE, CheckState.MODEL_MISSING})


def _missing(settings: Settings, profile: Profile, check: Check) -> Iterator[Finding]:
    if check.listed is None:
        return
    offered = [one for one in settings.enabled_models if one != settings.images_model]
    gone = [one for one in offered if profile.model_name(one) not in check.listed]
    if gone:
        yield Finding(
            Verdict.NOTE,
            f"The provider {settings.images_provider} doesn't list these models, which people can choose: "
            f"{', '.join(gone)}. Set IMAGES_MODELS to the ones it has.",
        )


_WAYS_OUT: tuple[tuple[type[EaselError], str], ...] = (
    (AddressWrong, "has nothing at that path. Check IMAGES_BASE_URL"),
    (ModelUnknown, "doesn't have the model {model}. Set IMAGES_MODEL or IMAGES_ALIASES"),
    (KeyRejected, "rejects the key. Set a new IMAGES_API_KEY"),
    (OutOfMoney, "says the account or the key's budget is used up. Top it up"),
    (OrganizationUnverified, "offers {model} only to verified organizations. Verify yours in its settings"),
    (AccountBlocked, "has blocked the account. Ask its support"),
)


def _trial(settings: Settings, trial: Trial) -> Finding:
    name, model = settings.images_provider, settings.images_model
    told = f" ({trial.detail})" if trial.detail else ""
    if not trial.tried:
        return Finding(
            Verdict.NOTE,
            f"Couldn't try the path, key and model with {name}, because it's unknown what it does with a request "
            f"without a prompt{told}. `doctor --paid` makes one picture.",
        )
    if trial.error is None:
        return Finding(
            Verdict.GOOD,
            f"The provider {name} accepts the path, the key and the model {model} (tried without a prompt).",
        )
    for kind, way_out in _WAYS_OUT:
        if isinstance(trial.error, kind):
            return Finding(Verdict.BAD, f"The provider {name} {way_out.format(model=model)}{told}.")
    return Finding(Verdict.NOTE, f"A request without a prompt showed nothing about {name}{told}.")


def _repeating(settings: Settings, profile: Profile) -> Finding:
    name = settings.images_provider
    if profile.free or profile.takes_idempotency_key:
        return Finding(Verdict.GOOD, f"If a crash cuts off a call to {name}, it's repeated without being paid twice.")
    return Finding(
        Verdict.NOTE,
        f"If a crash cuts off a call to {name}, its result is unknown and may have been paid, because it supports no "
        "idempotency key. If yours does, set IMAGES_SEND_FIELDS=idempotency_key.",
    )


def examine_models(settings: Settings, *, today: date) -> Iterator[Finding]:
    """Look whether a model is unknown, or shut down, or soon will be."""
    catalogue = settings.catalogue
    for name in settings.enabled_models:
        model = catalogue.find(name)
        chosen = name == settings.images_model
        if chosen and not catalogue.knows(name):
            yield Finding(Verdict.NOTE, f"IMAGES_MODEL {name} isn't in the catalogue, so its price is unknown.")
        if model.shut_down is None or settings.images_provider == "demo":
            continue
        gone = model.shut_down <= today
        what = f"{'IMAGES_MODEL ' if chosen else 'The model '}{name}"
        when = f"{'was' if gone else 'will be'} shut down by {model.shut_down_by} on {model.shut_down.isoformat()}"
        bad = chosen and gone and settings.images_provider in {"openai", "azure"}
        yield Finding(Verdict.BAD if bad else Verdict.NOTE, f"{what} {when}. Choose {catalogue.default}.")


_STATES: dict[CheckState, tuple[Verdict, str]] = {
    CheckState.READY: (Verdict.GOOD, "accepts the key and has the model {model}"),
    CheckState.KEY_ACCEPTED: (Verdict.GOOD, "accepts the key, and doesn't list its models"),
    CheckState.REACHABLE: (Verdict.NOTE, "answers, but has no list to try the key and the model with"),
    CheckState.MODEL_MISSING: (Verdict.BAD, "doesn't list the model {model}. Set IMAGES_MODEL or IMAGES_ALIASES"),
    CheckState.KEY_REJECTED: (Verdict.BAD, "rejects the key{told}. Set a new IMAGES_API_KEY"),
    CheckState.OUT_OF_MONEY: (Verdict.BAD, "says the account or the key's budget is used up{told}. Top it up"),
    CheckState.ADDRESS_WRONG: (Verdict.BAD, "answers at another path. Set IMAGES_BASE_URL={better_url}"),
    CheckState.UNREACHABLE: (Verdict.BAD, "doesn't answer{told}. Check IMAGES_BASE_URL and the network"),
}


def _provider(settings: Settings, check: Check) -> Finding:
    verdict, words = _STATES[check.state]
    told = f" ({check.detail})" if check.detail else ""
    said = words.format(model=settings.images_model, told=told, better_url=check.better_url)
    return Finding(verdict, f"The provider {settings.images_provider} {said}.")
