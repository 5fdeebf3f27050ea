"""What this bot and its provider allow."""

from dataclasses import dataclass, replace

from bot.domain.errors import (
    EditsNotOffered,
    MaskForSeveralPictures,
    MaskNotOffered,
    OptionNotOffered,
    TooManyPictures,
)
from bot.domain.markup import INSTRUCTION_LENGTH, check_markup
from bot.domain.offer import Offer
from bot.domain.options import N_LIMIT, Options, check_options
from bot.domain.prompts import PROMPT_LIMIT, check_prompt

PICTURES_AT_MOST = 16
"""Of one edit; OpenAI's API reference, createImageEdit, `image`."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What this bot and its provider allow.

    `n_limit` is the ceiling of `n`. `edits`, `takes_mask` and `takes_markup` say what the provider can do, and
    `mask_applies_to_first` whether a mask may come with several pictures. `free`: nothing that it makes costs anything.
    `moderation`: it can be told how strict to be. `streams`: pictures are shown while they are drawn. Who cancels their
    own job while the provider is at work is charged `cancel_charge_percent` of what was reserved for it.
    """

    n_limit: int = N_LIMIT
    edits: bool = True
    takes_mask: bool = True
    takes_markup: bool = True
    mask_applies_to_first: bool = False
    free: bool = False
    moderation: bool = True
    streams: bool = False
    cancel_charge_percent: int = 100

    def check(
        self, prompt: str, options: Options, offer: Offer, *, pictures: int, masked: bool, marked_up: bool = False
    ) -> None:
        """Refuse what is not allowed, or not to be had, of a request with so many input pictures.

        Of the offer only that counts which is the provider's: the models that it has, and the formats of the account.

        Raises:
            InvalidRequest: which option is wrong, and what would do.
        """
        check_prompt(prompt, limit=PROMPT_LIMIT - (INSTRUCTION_LENGTH if marked_up else 0))
        if options.model not in offer.enabled:
            raise OptionNotOffered(option="model", value=options.model, offered=offer.enabled, model=options.model)
        offer.check_granted(options)
        check_options(options, offer.find(options.model), n_limit=self.n_limit, masked=masked)
        if marked_up:
            self.check_markup(options, offer)
        if pictures and not self.edits:
            raise EditsNotOffered
        if pictures > PICTURES_AT_MOST:
            raise TooManyPictures(pictures=pictures, limit=PICTURES_AT_MOST)
        if masked and not self.takes_mask:
            raise MaskNotOffered
        if masked and pictures > 1 and not self.mask_applies_to_first:
            raise MaskForSeveralPictures(pictures=pictures)

    def check_markup(self, options: Options, offer: Offer) -> None:
        """Refuse marks over a picture that are not followed here.

        Raises:
            OptionNotOffered: the model, or the provider, takes none.
            OptionsConflict: an animation.
        """
        model = offer.find(options.model)
        check_markup(options, model if self.takes_markup else replace(model, markup=False))
