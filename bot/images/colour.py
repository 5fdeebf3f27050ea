"""Colour profiles: one way from the samples of a file to sRGB, and what profile pixels have that are encoded anew."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from struct import pack

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from bot.images.icc import rewrite_profile

_Curve = NDArray[np.float64]

_HEADER_BYTES = 128
_SPACES = {"L": b"GRAY", "LA": b"GRAY", "RGB": b"RGB ", "RGBA": b"RGB ", "CMYK": b"CMYK"}
_CURVES = (b"rTRC", b"gTRC", b"bTRC")
_MOST_TAGS = 100
_LEVELS = 256
_UNSEEN = 2
"""Of 255: a profile that changes no colour by more is sRGB's own, rounded otherwise."""

_D65 = (0.3127, 0.3290)
_SRGB = (*_D65, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
_D50 = (0.9642, 1.0, 0.8249)
_BRADFORD = np.array(((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296)))
_PRIMARIES = {
    4: (0.310, 0.316, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08),
    5: (*_D65, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06),
    6: (*_D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    7: (*_D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    9: (*_D65, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046),
    11: (0.314, 0.351, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    12: (*_D65, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
}
"""White, red, green and blue; ITU-T H.273, table 2. Others are as good as sRGB's."""
_PQ_PEAK, _HLG_PEAK, _WHITE = 10_000, 1_000, 203
"""Candela a square metre; ITU-R BT.2100, and BT.2408 for white."""
_USUAL_GAMMA, _GAMMA_TOLERANCE = 1 / 2.2, 0.02
"""PNG's gAMA of a picture that needs no change, and by how much others may be off that are meant as the same."""
_GAMMAS = (0.1, 5.0)
_CHROMATICITY_TOLERANCE = 0.003
_RAMP: _Curve = np.linspace(0, 1, 4096)


@dataclass(frozen=True, slots=True)
class DeclaredColour:
    """Colours as a container declares them without an ICC profile; what is None is as in sRGB.

    `code_points` are primaries and transfer of ITU-T H.273 (PNG's cICP, HEIF's nclx). `gamma` is PNG's gAMA: a sample
    is light to that power. `chromaticities` are the x and y of white, red, green and blue (PNG's cHRM).
    """

    code_points: tuple[int, int] | None = None
    gamma: float | None = None
    chromaticities: tuple[float, ...] | None = None


def profile_of(image: Image.Image) -> bytes | None:
    """Return the picture's ICC profile, written anew, if it describes the mode that the picture has now, else None.

    ICC.1:2022, 7.2: the colour space stands at byte 16, the signature `acsp` at 36.
    """
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or len(profile) < _HEADER_BYTES or profile[36:40] != b"acsp":
        return None
    return rewrite_profile(profile) if profile[16:20] == _SPACES.get(image.mode) else None


def to_srgb(image: Image.Image) -> Image.Image:
    """Convert a plain picture to sRGB by the profile that it has, alpha kept; CMYK becomes RGB in any case.

    Where that changes nothing, it is the picture itself. A profile that cannot be used is passed over, as viewers do.
    """
    profile = profile_of(image)
    converted = None if profile is None else _apply(image, profile)
    if converted is None:
        converted = image.convert("RGB") if image.mode == "CMYK" else image
    if converted is not image:
        converted.info.pop("icc_profile", None)
    return converted


def declared_profile(declared: DeclaredColour, *, grey: bool) -> bytes | None:
    """Make the ICC profile of colours that a container declares in other words, for RGB or grey; None is sRGB."""
    if declared.code_points is not None:
        primaries, transfer = declared.code_points
        chromaticities: Sequence[float] = _PRIMARIES.get(primaries, _SRGB)
        curve = _transfer_curve(transfer)
    else:
        chromaticities = declared.chromaticities or _SRGB
        curve = _gamma_curve(declared.gamma, alone=declared.chromaticities is None)
    if curve is None and np.allclose(chromaticities, _SRGB, atol=_CHROMATICITY_TOLERANCE):
        return None
    try:
        return _make_profile(chromaticities, _to_light(_RAMP) if curve is None else curve, grey=grey)
    except (ArithmeticError, np.linalg.LinAlgError, struct.error):
        # Chromaticities that no light has.
        return None


def _apply(image: Image.Image, profile: bytes) -> Image.Image | None:
    """Convert a picture of any mode to sRGB in L, LA, RGB or RGBA; None where the profile cannot be used."""
    try:
        if image.mode in {"L", "LA"}:
            return _map_grey(image, profile)
        if image.mode != "CMYK" and _changes_nothing(profile):
            return image
        converted = _transform(image if image.mode == "CMYK" else image.convert("RGB"), profile)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
    if image.mode == "RGBA":
        converted.putalpha(image.getchannel("A"))
    return converted


def from_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert mode L or RGB from sRGB to the colours of a profile for that mode.

    Without one, or where it cannot be used or changes nothing, it is the picture itself.
    """
    if profile is None:
        return image
    try:
        if image.mode == "L":
            light = np.asarray(_map_grey(Image.frombytes("L", (_LEVELS, 1), bytes(range(_LEVELS))), profile))[0]
            levels = np.arange(_LEVELS)
            return image.point(np.rint(np.interp(levels, np.maximum.accumulate(light), levels)).astype(int).tolist())
        if _changes_nothing(profile):
            return image
        converted = ImageCms.profileToProfile(
            image, ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(BytesIO(profile)), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return image if converted is None else converted


def rgb_profile_of_grey(profile: bytes) -> bytes | None:
    """Make the RGB profile in which three equal samples look as one does by a grey profile; None if it has no curve."""
    curve = _find_tag(profile, b"kTRC")
    return _wrap_profile(b"RGB ", {**_columns(_SRGB), **dict.fromkeys(_CURVES, curve)}) if curve else None


def _map_grey(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert mode L or LA by a grey profile, through one for RGB of its curve: the grey ones lose the dark samples."""
    if colours := rgb_profile_of_grey(profile):
        profile = colours
        ramp = Image.frombytes("RGB", (_LEVELS, 1), bytes(level for level in range(_LEVELS) for _ in range(3)))
    else:
        ramp = Image.frombytes("L", (_LEVELS, 1), bytes(range(_LEVELS)))
    table = list(_transform(ramp, profile).getchannel("G").tobytes())
    if image.mode == "L":
        return image.point(table)
    return Image.merge("LA", (image.getchannel("L").point(table), image.getchannel("A")))


@lru_cache(maxsize=16)
def _changes_nothing(profile: bytes) -> bool:
    """Tell whether an RGB profile is sRGB's in all but name: most are, and a conversion costs time and exactness."""
    nodes = np.linspace(0, _LEVELS - 1, 9).astype(np.uint8)
    colours = np.stack(np.meshgrid(nodes, nodes, nodes), axis=-1).reshape(-1, 27, 3)
    converted = np.asarray(_transform(Image.fromarray(colours), profile))
    return bool(np.abs(converted.astype(np.int16) - colours).max() <= _UNSEEN)


def _transform(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert mode L, RGB or CMYK to sRGB.

    Raises:
        ImageCms.PyCMSError, OSError: the profile cannot be used.
    """
    converted = ImageCms.profileToProfile(
        image, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    if converted is None:
        raise OSError("no picture")
    return converted


def _gamma_curve(gamma: float | None, *, alone: bool) -> _Curve | None:
    """Return the light of each sample for PNG's gAMA, or None where it is as good as sRGB's or cannot be.

    Beside cHRM it is what W3C PNG says, 11.3.2.2. Alone, browsers and libpng turn it into samples for a screen of 2.2
    and show those as sRGB.
    """
    if gamma is None or not _GAMMAS[0] <= gamma <= _GAMMAS[1] or abs(gamma / _USUAL_GAMMA - 1) <= _GAMMA_TOLERANCE:
        return None
    return _to_light(_RAMP ** (_USUAL_GAMMA / gamma)) if alone else _RAMP ** (1 / gamma)


def _transfer_curve(transfer: int) -> _Curve | None:
    """Return the light of each sample, 1 for white, or None where it is as good as sRGB's."""
    match transfer:
        case 4:
            return _RAMP**2.2
        case 5:
            return _RAMP**2.8
        case 8:
            return _RAMP
        case 16:
            power = _RAMP ** (32 / 2523)
            light = (np.maximum(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)) ** (16384 / 2610)
            return np.clip(light * (_PQ_PEAK / _WHITE), 0, 1)
        case 18:
            bright = (np.exp((_RAMP - 0.55991073) / 0.17883277) + 0.28466892) / 12
            scene = np.where(_RAMP <= 0.5, _RAMP**2 / 3, bright)  # noqa: PLR2004
            return np.clip(scene**1.2 * (_HLG_PEAK / _WHITE), 0, 1)
    return None


def _to_light(samples: _Curve) -> _Curve:
    """Return the light of samples of sRGB; IEC 61966-2-1."""
    bright = ((samples + 0.055) / 1.055) ** 2.4
    light: _Curve = np.where(samples <= 0.04045, samples / 12.92, bright)  # noqa: PLR2004
    return light


def _make_profile(chromaticities: Sequence[float], curve: _Curve, *, grey: bool) -> bytes:
    """Make a display profile of primaries and one curve, or a grey one of a curve; ICC.1:2022, 8.3 and 10.6.

    Raises:
        ArithmeticError, np.linalg.LinAlgError, struct.error: the chromaticities are none.
    """
    response = b"curv" + bytes(4) + pack(">I", len(curve)) + np.rint(curve * 0xFFFF).astype(">u2").tobytes()
    if grey:
        return _wrap_profile(b"GRAY", {b"kTRC": response})
    return _wrap_profile(b"RGB ", {**_columns(chromaticities), **dict.fromkeys(_CURVES, response)})


def _columns(chromaticities: Sequence[float]) -> dict[bytes, bytes]:
    columns = zip((b"rXYZ", b"gXYZ", b"bXYZ"), _to_d50(chromaticities).T, strict=True)
    return {name: _xyz(one) for name, one in columns}


def _wrap_profile(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    """Make the file of a display profile; ICC.1:2022, 7.2 and 7.3."""
    tags = {b"wtpt": _xyz(_D50), **tags}
    place = _HEADER_BYTES + 4 + 12 * len(tags)
    index, body = pack(">I", len(tags)), b""
    for name, value in tags.items():
        index += pack(">4sII", name, place + len(body), len(value))
        body += value + bytes(-len(value) % 4)
    header = pack(">I4xI4s4s4s12x4s28x", place + len(body), 0x02400000, b"mntr", space, b"XYZ ", b"acsp")
    return header + _xyz(_D50)[8:] + bytes(_HEADER_BYTES - len(header) - 12) + index + body


def _find_tag(profile: bytes, name: bytes) -> bytes | None:
    (tags,) = struct.unpack_from(">I", profile, _HEADER_BYTES) if len(profile) > _HEADER_BYTES + 4 else (0,)
    for place in range(_HEADER_BYTES + 4, _HEADER_BYTES + 4 + 12 * min(tags, _MOST_TAGS), 12):
        if profile[place : place + 4] == name:
            start, size = struct.unpack(">II", profile[place + 4 : place + 12].ljust(8, b"\0"))
            return profile[start : start + size] or None
    return None


def _xyz(value: Sequence[float] | NDArray[np.float64]) -> bytes:
    return b"XYZ " + bytes(4) + pack(">3i", *(round(float(one) * 0x10000) for one in value))


def _to_d50(chromaticities: Sequence[float]) -> NDArray[np.float64]:
    """Return the matrix from light of these primaries to XYZ under D50, adapted as ICC.1:2022, annex E, has it."""
    white, *primaries = (
        np.array((x / y, 1.0, (1 - x - y) / y)) for x, y in zip(chromaticities[::2], chromaticities[1::2], strict=True)
    )
    columns = np.stack(primaries, axis=1)
    matrix = columns * np.linalg.solve(columns, white)
    scale = (_BRADFORD @ np.array(_D50)) / (_BRADFORD @ white)
    adapted: NDArray[np.float64] = np.linalg.inv(_BRADFORD) @ np.diag(scale) @ _BRADFORD @ matrix
    return adapted
