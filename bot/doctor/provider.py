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
        yield Finding(Verdict.BAD, f"The images provider is not set up: {error}.")
        return
    yield _repeating(settings, client.profile)
    if settings.partials and not client.profile.streams:
        yield _streaming(settings)


def _streaming(settings: Settings) -> Finding:
    name = settings.images_provider
    way_out = "" if name == "litellm" else ", unless IMAGES_SEND_FIELDS=stream says that it does"
    return Finding(Verdict.NOTE, f"PARTIAL_IMAGES has no effect: the provider {name} does not stream{way_out}.")


_WORTH_A_TRIAL = frozenset({CheckState.KEY_ACCEPTED, CheckState.REACHABLE, CheckState.MODEL_MISSING})


def _missing(settings: Settings, profile: Profile, check: Check) -> Iterator[Finding]:
    if check.listed is None:
        return
    offered = [one for one in settings.enabled_models if one != settings.images_model]
    gone = [one for one in offered if profile.model_name(one) not in check.listed]
    if gone:
        yield Finding(
            Verdict.NOTE,
            f"The provider {settings.images_provider} does not list these models, which people may choose: "
            f"{', '.join(gone)}. Name those that it has in IMAGES_MODELS.",
        )


_WAYS_OUT: tuple[tuple[type[EaselError], str], ...] = (
    (AddressWrong, "has nothing at that path: check IMAGES_BASE_URL"),
    (ModelUnknown, "does not have the model {model}: set IMAGES_MODEL or IMAGES_ALIASES"),
    (KeyRejected, "refuses the key: set IMAGES_API_KEY anew"),
    (OutOfMoney, "says that the account, or the key's budget, is spent: top it up"),
    (OrganizationUnverified, "gives {model} to verified organizations alone: verify yours in its settings"),
    (AccountBlocked, "has blocked the account: ask its support"),
)


def _trial(settings: Settings, trial: Trial) -> Finding:
    name, model = settings.images_provider, settings.images_model
    told = f" ({trial.detail})" if trial.detail else ""
    if not trial.tried:
        return Finding(
            Verdict.NOTE,
            f"Path, key and model could not be tried with {name}, since nobody knows what it does with a request "
            f"without a prompt{told}: `doctor --paid` makes one picture.",
        )
    if trial.error is None:
        return Finding(Verdict.GOOD, f"The provider {name} takes path, key and model {model}: tried without a prompt.")
    for kind, way_out in _WAYS_OUT:
        if isinstance(trial.error, kind):
            return Finding(Verdict.BAD, f"The provider {name} {way_out.format(model=model)}{told}.")
    return Finding(Verdict.NOTE, f"A request without a prompt told nothing of {name}{told}.")


def _repeating(settings: Settings, profile: Profile) -> Finding:
    name = settings.images_provider
    if profile.free or profile.takes_idempotency_key:
        return Finding(Verdict.GOOD, f"A call to {name} that is cut off by a crash is repeated, and not paid twice.")
    return Finding(
        Verdict.NOTE,
        f"A call to {name} that is cut off by a crash ends as unknown and may have been paid, since it takes no "
        "idempotency key; if yours does, set IMAGES_SEND_FIELDS=idempotency_key.",
    )


def examine_models(settings: Settings, *, today: date) -> Iterator[Finding]:
    """Look whether a model is unknown, or shut down, or soon will be."""
    catalogue = settings.catalogue
    for name in settings.enabled_models:
        model = catalogue.find(name)
        chosen = name == settings.images_model
        if chosen and not catalogue.knows(name):
            yield Finding(Verdict.NOTE, f"IMAGES_MODEL {name} is not in the catalogue: no price is known for it.")
        if model.shut_down is None or settings.images_provider == "demo":
            continue
        gone = model.shut_down <= today
        what = f"{'IMAGES_MODEL ' if chosen else 'The model '}{name}"
        when = f"{'was' if gone else 'will be'} shut down by {model.shut_down_by} on {model.shut_down.isoformat()}"
        bad = chosen and gone and settings.images_provider in {"openai", "azure"}
        yield Finding(Verdict.BAD if bad else Verdict.NOTE, f"{what} {when}: choose {catalogue.default}.")


_STATES: dict[CheckState, tuple[Verdict, str]] = {
    CheckState.READY: (Verdict.GOOD, "takes the key and has the model {model}"),
    CheckState.KEY_ACCEPTED: (Verdict.GOOD, "takes the key; it does not list its models"),
    CheckState.REACHABLE: (Verdict.NOTE, "answers; it has no list to try the key and model with"),
    CheckState.MODEL_MISSING: (Verdict.BAD, "does not list the model {model}: set IMAGES_MODEL or IMAGES_ALIASES"),
    CheckState.KEY_REJECTED: (Verdict.BAD, "refuses the key{told}: set IMAGES_API_KEY anew"),
    CheckState.OUT_OF_MONEY: (Verdict.BAD, "says that the account, or the key's budget, is spent{told}: top it up"),
    CheckState.ADDRESS_WRONG: (Verdict.BAD, "answers at another path: set IMAGES_BASE_URL={better_url}"),
    CheckState.UNREACHABLE: (Verdict.BAD, "does not answer{told}: check IMAGES_BASE_URL and network"),
}


def _provider(settings: Settings, check: Check) -> Finding:
    verdict, words = _STATES[check.state]
    told = f" ({check.detail})" if check.detail else ""
    said = words.format(model=settings.images_model, told=told, better_url=check.better_url)
    return Finding(verdict, f"The provider {settings.images_provider} {said}.")
