"""What the images provider says, and what follows from it: models, repeated calls, partial pictures."""

from collections.abc import AsyncIterator, Iterator
from datetime import date

from bot.demo.embedded import embedded_images
from bot.doctor.finding import Finding, Verdict
from bot.domain.models import load_catalogue
from bot.proxy.check import Check, CheckState
from bot.proxy.profile import Profile
from bot.settings import Settings
from bot.wiring.errors import SettingsWrong
from bot.wiring.provider import build_images


async def examine_provider(settings: Settings) -> AsyncIterator[Finding]:
    """Try the key and look for the model, without paying."""
    try:
        async with embedded_images(settings) as reachable, build_images(reachable) as client:
            yield _provider(settings, await client.check(settings.images_model))
    except SettingsWrong as error:
        yield Finding(Verdict.BAD, f"The images provider is not set up: {error}.")
        return
    yield _repeating(settings, client.profile)
    if settings.partials and not client.profile.streams:
        yield Finding(
            Verdict.NOTE,
            f"PARTIAL_IMAGES has no effect: the provider {settings.images_provider} does not stream, unless "
            "IMAGES_SEND_FIELDS=stream says that it does.",
        )


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
    catalogue = load_catalogue()
    for name in settings.enabled_models:
        model = catalogue.find(name)
        chosen = name == settings.images_model
        if chosen and model not in catalogue.models:
            yield Finding(Verdict.NOTE, f"IMAGES_MODEL {name} is not in the catalogue: no price is known for it.")
        if model.shut_down is None or settings.images_provider == "demo":
            continue
        gone = model.shut_down <= today
        what = f"{'IMAGES_MODEL ' if chosen else 'The model '}{name}"
        when = f"{'was' if gone else 'will be'} shut down by {model.shut_down_by} on {model.shut_down.isoformat()}"
        bad = chosen and gone and settings.images_provider in {"openai", "azure"}
        yield Finding(Verdict.BAD if bad else Verdict.NOTE, f"{what} {when}: choose {catalogue.default}.")


def _provider(settings: Settings, check: Check) -> Finding:
    name, model = settings.images_provider, settings.images_model
    told = f" ({check.detail})" if check.detail else ""
    match check.state:
        case CheckState.READY:
            return Finding(Verdict.GOOD, f"The provider {name} takes the key and has the model {model}.")
        case CheckState.KEY_ACCEPTED:
            return Finding(Verdict.GOOD, f"The provider {name} takes the key; it does not list its models.")
        case CheckState.REACHABLE:
            return Finding(Verdict.NOTE, f"The provider {name} answers; it has no list to try the key and model with.")
        case CheckState.MODEL_MISSING:
            return Finding(
                Verdict.BAD, f"The provider {name} does not list the model {model}: set IMAGES_MODEL or IMAGES_ALIASES."
            )
        case CheckState.KEY_REJECTED:
            return Finding(Verdict.BAD, f"The provider {name} refuses the key{told}: set IMAGES_API_KEY anew.")
        case CheckState.UNREACHABLE:
            return Finding(
                Verdict.BAD, f"The provider {name} does not answer{told}: check IMAGES_BASE_URL and network."
            )
