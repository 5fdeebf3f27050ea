"""Each kind of trouble at the images API ends in the right sentence and the right charge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.faults.harness import KEYED, MICROUSD_A_PICTURE
from tests.faults.stored_jobs import ENDED
from tests.standin.provider import REFUSED, Act, Damage, Draw, Hang, Refuse

if TYPE_CHECKING:
    from tests.faults.conftest import Open

SPENT_NOTHING = "Nothing was spent"
MAY_HAVE_COST = "The provider may have charged for it"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the provider does, again and again after the last, and how the answer begins and ends."""

    acts: tuple[Act, ...]
    says: str | None
    cost: str = SPENT_NOTHING

    @property
    def ends(self) -> tuple[str | None, str, str, int]:
        """What is to be seen: the sentence, what it says of the cost, the charge, and its micro-USD (1: some)."""
        if self.says is None:
            return None, "", "settled", MICROUSD_A_PICTURE
        if self.cost is MAY_HAVE_COST:
            return self.says, self.cost, "lost", 1
        return self.says, self.cost, "released", 0


GOOD = Draw()
AWAY = "The image provider didn't answer, or stopped partway."
BUSY = "The image provider is too busy right now."
BROKEN = "The provider's answer had no complete picture in it."
TOO_FAST = Refuse(429, "rate_limit_exceeded", headers={"Retry-After": "0"})
TROUBLES = {
    "too fast, which says when to come again": Trouble((TOO_FAST, TOO_FAST, GOOD), None),
    "too fast, which does not": Trouble((Refuse(429, "rate_limit_exceeded"), GOOD), None),
    "too fast for long": Trouble((Refuse(429, "slow_down", headers={"Retry-After": "600"}),), BUSY),
    "too fast again and again": Trouble((TOO_FAST,), BUSY),
    "an error of its own": Trouble((Refuse(500), GOOD), None),
    "errors of its own": Trouble((Refuse(500),), AWAY),
    "no answer": Trouble((Hang(),), "The image provider took too long.", MAY_HAVE_COST),
    "no money": Trouble((Refuse(402),), "This bot's account with the provider is out of money or over its limit."),
    "a refusal": Trouble(
        (REFUSED,),
        "The provider's safety system refused this request (violence, graphic\\_violence).",
    ),
}
DAMAGES = {
    "an answer that is cut off": Trouble((Damage.CUT,), BROKEN, MAY_HAVE_COST),
    "an answer that is no base64": Trouble((Damage.BASE64,), BROKEN, MAY_HAVE_COST),
    "a picture that is cut off": Trouble((Damage.PNG,), BROKEN, MAY_HAVE_COST),
    "a page in place of an answer": Trouble((Damage.HTML,), BROKEN, MAY_HAVE_COST),
}


@pytest.mark.parametrize("mode", ["keyed", "keyless"])
async def test_trouble_ends_in_the_right_sentence_and_the_right_books(studio_on: Open, mode: str) -> None:
    troubles = TROUBLES | DAMAGES
    settings = KEYED if mode == "keyed" else {}
    harness = studio_on("sqlite", IMAGES_TIMEOUT_SECONDS="4", **settings)
    if mode == "keyed":
        # What was paid under a key is given out again.
        troubles["an answer that is cut off"] = Trouble((Damage.CUT,), None)
    seen: dict[str, tuple[str | None, str, str | None, int]] = {}
    async with harness.bot:
        for name, trouble in troubles.items():
            harness.images.always(f"^{re.escape(name)}$", *trouble.acts)
            await harness.ask(name)
        await harness.stored_jobs.wait([one.id for one in harness.asked], ENDED)
        stored_jobs = harness.stored_jobs.read()
        for one in harness.asked:
            entry, message, trouble = stored_jobs[one.id], one.handle.original(), troubles[one.prompt]
            says = None if message.attachments else message.content.partition("\n")[2].split(". ")[0] + "."
            cost = next((cost for cost in (SPENT_NOTHING, MAY_HAVE_COST) if cost in message.content), "")
            microusd = min(entry.microusd, 1) if entry.charge == "lost" else entry.microusd
            seen[one.prompt] = (says, cost, entry.charge, microusd)
    assert seen == {name: trouble.ends for name, trouble in troubles.items()}
    assert max(harness.images.charges_by_prompt().values()) == 1
