"""A known shift, scale and tone are found."""

import numpy as np
import pytest
from PIL import Image

from bot.images.compose.placement import show
from bot.images.compose.registration import register
from bot.images.compose.tone import find_tone
from tests.unit.images.compose.drift import draw, textured
from tests.unit.images.pictures import decode, encode

SIZE = 320, 240
PICTURE = textured(*SIZE)
SURROUNDINGS = Image.new("L", SIZE, 255)
SURROUNDINGS.paste(0, (110, 80, 210, 160))


@pytest.mark.parametrize(
    ("shift", "scale"), [((0, 0), 1), ((0.03, -0.02), 1), ((0, 0), 0.95), ((0, 0), 1.05), ((-0.02, 0.03), 1.03)]
)
def test_a_shift_and_a_scale_are_found_to_a_pixel(shift: tuple[float, float], scale: float) -> None:
    answer = draw(encode(PICTURE, "PNG"), shift=shift, scale=scale)

    found = register(decode(answer), PICTURE, SURROUNDINGS, upload_size=SIZE)

    assert found is not None
    assert found.width / SIZE[0] == pytest.approx(scale, abs=0.005)
    middle = (found.left + found.right) / 2, (found.top + found.bottom) / 2
    assert middle == pytest.approx((160 + shift[0] * 320, 120 + shift[1] * 240), abs=1)


@pytest.mark.parametrize("tint", [(1, 0), (1, 17), (0.8, 20), (1.2, -30)])
def test_a_tone_is_found_and_taken_off(tint: tuple[float, float]) -> None:
    answer = decode(draw(encode(PICTURE, "PNG"), tint=tint))
    found = register(answer, PICTURE, SURROUNDINGS, upload_size=SIZE)
    assert found is not None
    shown = show(answer, found, SIZE, filter_=Image.Resampling.BILINEAR)

    tone = find_tone(*(np.asarray(one).astype(np.float32) for one in (shown, PICTURE, SURROUNDINGS)))

    assert tone.gain == pytest.approx((1 / tint[0],) * 3, abs=0.05)
    assert [128 * gain + offset for gain, offset in zip(tone.gain, tone.offset, strict=True)] == pytest.approx(
        [(128 - tint[1]) / tint[0]] * 3, abs=2
    )
