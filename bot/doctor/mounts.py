"""Which file system a folder is on, where the system tells."""

from pathlib import Path

_NETWORK = frozenset({"9p", "afs", "ceph", "cifs", "lustre", "nfs", "nfs4", "smb3", "smbfs"})
"""Of those that Linux names: the ones whose locks SQLite's makers warn of (https://www.sqlite.org/useovernet.html)."""
_BY_A_PROGRAM = ("fuse.glusterfs", "fuse.sshfs", "fuse.s3fs", "fuse.rclone")


def network_file_system(folder: Path, *, mounts: Path = Path("/proc/self/mounts")) -> str | None:
    """Name the network's file system that an absolute folder is on; None if it is on none, or nobody can tell.

    `mounts` is a file in the form of Linux' /proc/self/mounts.
    """
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    # Of several on one place the last one counts; spaces are written as \040.
    found: tuple[Path, str] | None = None
    for line in lines:
        _, place, kind, *_ = line.split(" ")
        at = Path(place.replace(r"\040", " "))
        if folder.is_relative_to(at) and (found is None or at.is_relative_to(found[0])):
            found = (at, kind)
    return found[1] if found and (found[1] in _NETWORK or found[1] in _BY_A_PROGRAM) else None
