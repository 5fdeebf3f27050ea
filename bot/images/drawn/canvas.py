"""What charts and trees are drawn on."""

from PIL import Image, ImageDraw

from bot.images.drawn.text.line import length_of, shorten, write_line


class Canvas:
    """An empty page that is drawn on in units of a layout, each `scale` pixels; its texts have one usual size."""

    def __init__(self, width: float, height: float, *, scale: float, paper: str, text_size: int) -> None:
        self._scale = scale
        self._text_size = text_size
        self._image = Image.new("RGB", (self.to_pixels(width), self.to_pixels(height)), paper)
        self._draw = ImageDraw.Draw(self._image)

    def write(self, x: float, y: float, text: str, *, colour: str, size: int | None = None, anchor: str = "la") -> None:
        """Write a line of text in any scripts; `anchor` says which point of it (x, y) is, as `write_line` does."""
        corner = x * self._scale, y * self._scale
        pixels = self.to_pixels(size or self._text_size)
        write_line(self._draw, corner, text, size=pixels, colour=colour, anchor=anchor)

    def length(self, text: str, size: int | None = None) -> float:
        """Measure a line of text in units of the layout."""
        return length_of(text, self.to_pixels(size or self._text_size)) / self._scale

    def shorten(self, text: str, width: float) -> str:
        """Cut a line of text to a width, with an ellipsis where something is missing."""
        return shorten(text, width * self._scale, self.to_pixels(self._text_size))

    def to_pixels(self, units: float) -> int:
        """Turn a length into whole pixels, at least one."""
        return max(1, round(units * self._scale))
