"""One picture that is paid for, to see that everything works."""

from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import uuid4

from bot.demo.embedded import embedded_images
from bot.doctor.finding import Finding, Verdict
from bot.domain.errors import EaselError, ProviderError
from bot.domain.models import Model
from bot.domain.money import actual_cost, estimate
from bot.domain.options import Options, Quality
from bot.domain.request import ApiCall
from bot.proxy.api import ImagesClient
from bot.settings import Settings
from bot.wiring.errors import SettingsWrong
from bot.wiring.provider import read_profile


async def examine_paid(settings: Settings) -> AsyncIterator[Finding]:
    """Make the smallest picture there is, and say what it cost."""
    name, model = settings.images_provider, settings.catalogue.find(settings.images_model)
    options = _smallest_request(settings, model)
    call = ApiCall(prompt="a small red circle on white", options=options, key=f"easel-doctor-{uuid4().hex}")
    try:
        async with embedded_images(settings) as reachable, ImagesClient(read_profile(reachable)) as client:
            answer = await client.generate(call)
    except SettingsWrong as error:
        yield Finding(Verdict.BAD, f"The image provider isn't set up: {error}.")
        return
    except EaselError as error:
        detail = error.detail if isinstance(error, ProviderError) else ""
        yield Finding(
            Verdict.BAD, f"The provider {name} made no picture: {type(error).__name__}{detail and f' ({detail})'}."
        )
        return
    cost = actual_cost(answer.usage, options, model, charged_microusd=answer.cost_microusd)
    free = client.profile.free
    paid = "nothing" if free else "an unknown amount" if cost.microusd is None else f"${cost.microusd / 1_000_000:.4f}"
    about = "about " if cost.estimated and not free and cost.microusd is not None else ""
    yield Finding(Verdict.GOOD, f"The provider {name} made a picture with {model.name}, for {about}{paid}.")


def estimate_paid(settings: Settings) -> str:
    """Say what that picture may cost, for the one who is asked first."""
    model = settings.catalogue.find(settings.images_model)
    options = _smallest_request(settings, model)
    guess = estimate(options, model)
    if settings.images_provider == "demo":
        return "nothing"
    return "an unknown amount" if guess is None else f"about ${guess / 1_000_000:.4f}"


def _smallest_request(settings: Settings, model: Model) -> Options:
    return replace(settings.default_options, quality=_lowest(model), size=_smallest(model), n=1)


def _lowest(model: Model) -> Quality:
    return Quality.LOW if Quality.LOW in model.qualities else Quality(model.qualities[0])


def _smallest(model: Model) -> str:
    return "1024x1024" if "1024x1024" in model.sizes else model.sizes[0]
