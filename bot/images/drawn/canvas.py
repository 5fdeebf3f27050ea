"""What charts and trees are drawn on."""

from PIL import Image, ImageDraw

from bot.images.drawn.font import load_font


class Canvas:
    """An empty page that is drawn on in units of a layout, each `scale` pixels; its texts have one usual size."""

    def __init__(self, width: float, height: float, *, scale: float, paper: str, text_size: int) -> None:
        self._scale = scale
        self._text_size = text_size
        self._image = Image.new("RGB", (self.to_pixels(width), self.to_pixels(height)), paper)
        self._draw = ImageDraw.Draw(self._image)

    def write(self, x: float, y: float, text: str, *, colour: str, size: int | None = None, anchor: str = "la") -> None:
        """Write a line of text; `anchor` says which point of it (x, y) is, as Pillow names them."""
        font = load_font(self.to_pixels(size or self._text_size))
        self._draw.text((x * self._scale, y * self._scale), text, fill=colour, font=font, anchor=anchor)

    def length(self, text: str, size: int | None = None) -> float:
        """Measure a line of text in units of the layout."""
        return load_font(self.to_pixels(size or self._text_size)).getlength(text) / self._scale

    def shorten(self, text: str, width: float) -> str:
        """Cut a line of text to a width, with an ellipsis where something is missing."""
        if self.length(text) <= width:
            return text
        return next(cut for end in range(len(text), -1, -1) if self.length(cut := f"{text[:end].rstrip()}…") <= width)

    def to_pixels(self, units: float) -> int:
        """Turn a length into whole pixels, at least one."""
        return max(1, round(units * self._scale))
