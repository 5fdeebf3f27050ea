"""How large an AV1 picture is coded, whatever its container says."""

from bot.domain.errors import BrokenImage

# AV1 Bitstream & Decoding Process Specification, 5.3 (OBUs) and 5.5 (the sequence header).
_SEQUENCE_HEADER = 1
_EQUAL_INTERVAL_LIMIT = 32
_MOST_OBUS = 64


def read_size(data: bytes) -> tuple[int, int]:
    """Read the largest width and height that a frame may have, of all sequence headers in an item's data.

    Raises:
        BrokenImage: no sequence header, or a damaged one.
    """
    sizes = []
    position = 0
    for _ in range(_MOST_OBUS):
        if position >= len(data):
            break
        head = data[position]
        position += 2 if head & 4 else 1
        size = len(data) - position
        if head & 2:
            size, position = _read_leb128(data, position)
        if head >> 3 & 15 == _SEQUENCE_HEADER:
            sizes.append(_read_sequence_header(data[position : position + size]))
        position += size
    if not sizes:
        raise BrokenImage(detail="no sequence header")
    return max(width for width, _ in sizes), max(height for _, height in sizes)


def _read_leb128(data: bytes, position: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[position + place]
        value |= (byte & 0x7F) << 7 * place
        if not byte & 0x80:
            return value, position + place + 1
    raise BrokenImage(detail="size of an OBU")


def _read_sequence_header(data: bytes) -> tuple[int, int]:
    bits = _Bits(data)
    bits.read(3 + 1)
    if bits.read(1):
        bits.read(5)
    else:
        _skip_operating_points(bits)
    width_bits, height_bits = bits.read(4) + 1, bits.read(4) + 1
    return bits.read(width_bits) + 1, bits.read(height_bits) + 1


def _skip_operating_points(bits: "_Bits") -> None:
    model_bits = 0
    has_model = False
    if bits.read(1):
        bits.read(32 + 32)
        if bits.read(1):
            _skip_uvlc(bits)
        if has_model := bool(bits.read(1)):
            model_bits = bits.read(5) + 1
            bits.read(32 + 5 + 5)
    has_delay = bits.read(1)
    for _ in range(bits.read(5) + 1):
        bits.read(12)
        # seq_level_idx above 7 is followed by the tier.
        if bits.read(5) > 7:  # noqa: PLR2004
            bits.read(1)
        if has_model and bits.read(1):
            bits.read(2 * model_bits + 1)
        if has_delay and bits.read(1):
            bits.read(4)


def _skip_uvlc(bits: "_Bits") -> None:
    zeros = 0
    while not bits.read(1):
        zeros += 1
    if zeros < _EQUAL_INTERVAL_LIMIT:
        bits.read(zeros)


class _Bits:
    """Reads bits, the highest first."""

    def __init__(self, data: bytes) -> None:
        data = data[:256]
        self._left = 8 * len(data)
        self._value = int.from_bytes(data)

    def read(self, count: int) -> int:
        """Read a number of so many bits."""
        self._left -= count
        if self._left < 0:
            raise BrokenImage(detail="cut off in a sequence header")
        return self._value >> self._left & (1 << count) - 1
