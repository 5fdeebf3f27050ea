"""An animation that fits a file limit, and still moves."""

from dataclasses import dataclass
from io import BytesIO

from PIL import GifImagePlugin, Image, ImageFile, PngImagePlugin, WebPImagePlugin

from bot.domain.errors import TooLargeToPost
from bot.domain.fitting import fit_within
from bot.images.alpha import has_transparency, without_alpha
from bot.images.codecs.damage import reading_hostile_bytes
from bot.images.codecs.probing import ImageInfo
from bot.images.geometry import resize

_PLUGINS: dict[str, type[ImageFile.ImageFile]] = {
    "gif": GifImagePlugin.GifImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
    "png": PngImagePlugin.PngImageFile,
}
_MOST_FRAMES = 64
_MOST_PIXELS = 16 * 1024 * 1024
"""Of all frames together. The models make 8,294,400 (openai 3.57.0, createImage, `frame_count`)."""
_FRAME_MS = 100
"""What browsers take for a frame without a time of its own."""
_COLOURS = 64
_MARGIN, _LARGEST_STEP = 0.9, 0.7
_SMALLEST_SIDE = 16
_REDUCING_GAP = 2.0


@dataclass(frozen=True, slots=True)
class _Animation:
    frames: list[Image.Image]
    durations_ms: list[int]
    loop: int | None

    def to_gif(self, size: tuple[int, int]) -> bytes:
        frames = [resize(frame, size, reducing_gap=_REDUCING_GAP) for frame in self.frames]
        is_opaque = all(frame.mode == "RGB" for frame in frames)
        if is_opaque:
            frames = [frame.quantize(_COLOURS) for frame in frames]
        out = BytesIO()
        loop = {} if self.loop is None else {"loop": self.loop}
        frames[0].save(
            out,
            "GIF",
            save_all=True,
            append_images=frames[1:],
            duration=self.durations_ms,
            disposal=1 if is_opaque else 2,
            **loop,
        )
        return out.getvalue()


def shrink_animation(data: bytes, info: ImageInfo, *, limit_bytes: int) -> tuple[bytes, tuple[int, int]]:
    """Encode an animated GIF, WebP or PNG as a GIF of at most `limit_bytes`; give it with its size.

    It keeps its time and its loops. It loses colours first, then pixels, and frames only where it has over 64.

    Raises:
        BrokenImage: a frame is damaged.
        TooLargeToPost: not even a thumbnail fits.
    """
    animation = _read(data, info)
    size = animation.frames[0].size
    encoded = animation.to_gif(size)
    while len(encoded) > limit_bytes:
        if max(size) <= _SMALLEST_SIDE:
            raise TooLargeToPost(size_bytes=len(encoded), limit_bytes=limit_bytes)
        share = min(_LARGEST_STEP, _MARGIN * limit_bytes / len(encoded))
        size = fit_within(size, max(1, int(share * size[0] * size[1])))
        encoded = animation.to_gif(size)
    return encoded, size


def _read(data: bytes, info: ImageInfo) -> _Animation:
    with reading_hostile_bytes(), BytesIO(data) as file:
        image = _PLUGINS[info.format](file)
        number: int = getattr(image, "n_frames", 1)
        step = -(-number // _MOST_FRAMES)
        size = fit_within(image.size, _MOST_PIXELS // -(-number // step))
        frames: list[Image.Image] = []
        durations_ms: list[int] = []
        for place in range(number):
            image.seek(place)
            image.load()
            duration_ms = int(image.info.get("duration") or _FRAME_MS)
            if place % step:
                durations_ms[-1] += duration_ms
                continue
            frames.append(resize(_plain(image), size, reducing_gap=_REDUCING_GAP))
            durations_ms.append(duration_ms)
        if any(frame.mode == "RGBA" for frame in frames):
            frames = [frame.convert("RGBA") for frame in frames]
        return _Animation(frames, durations_ms, image.info.get("loop"))


def _plain(image: Image.Image) -> Image.Image:
    frame = image.convert("RGBA")
    return frame if has_transparency(frame) else without_alpha(frame)
