"""The one EXIF tag that we obey: orientation."""

import struct

_ORIENTATION = 0x0112
_SHORT = 3
UPRIGHT = 1


def orientation_of(exif: bytes) -> int:
    """Read the orientation, 1 to 8, from an EXIF block with or without its `Exif` prefix; 1 where it is unreadable.

    EXIF 2.32, 4.6.2 (TIFF structure) and 4.6.4 (tag 0x0112, one SHORT in IFD 0). Orientation in XMP is not obeyed:
    no browser does.
    """
    tiff = exif.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return UPRIGHT
    try:
        (directory,) = struct.unpack_from(f"{order}I", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, directory)
        for entry in range(directory + 2, directory + 2 + 12 * entries, 12):
            tag, kind, _count, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
            if tag == _ORIENTATION:
                return value if kind == _SHORT and 1 <= value <= 8 else UPRIGHT  # noqa: PLR2004
    except struct.error:
        pass
    return UPRIGHT


def orientation_block(orientation: int) -> bytes:
    """Make an EXIF block, without its prefix, that holds an orientation and nothing else."""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, _SHORT, 1, orientation, 0, 0)
