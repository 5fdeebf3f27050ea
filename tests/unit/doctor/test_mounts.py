"""Which file system a folder is on."""

from pathlib import Path

import pytest

from bot.doctor.mounts import network_file_system

MOUNTS = r"""overlay / overlay rw,relatime 0 0
proc /proc proc rw 0 0
host:/export /srv/far nfs4 rw,vers=4.2 0 0
/dev/sdb1 /srv/far/disk ext4 rw 0 0
//host/share /srv/my\040share cifs rw 0 0
C:\134 /mnt/c 9p rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/easel", None),
        ("/srv/far", "nfs4"),
        ("/srv/far/easel/data", "nfs4"),
        ("/srv/far/disk/data", None),
        ("/srv/farther", None),
        ("/srv/my share/data", "cifs"),
        ("/mnt/c/easel", "9p"),
    ],
)
def test_the_innermost_mount_counts(tmp_path: Path, folder: str, kind: str | None) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert network_file_system(Path(folder), mounts=mounts) == kind


def test_a_system_that_does_not_tell_is_no_fault(tmp_path: Path) -> None:
    assert network_file_system(Path("/srv"), mounts=tmp_path / "missing") is None
