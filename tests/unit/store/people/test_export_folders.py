"""Exports on the disk: private, and gone with whoever packed them."""

from pathlib import Path

from bot.store.database.private_files import make_private
from bot.store.people.export_folders import ExportFolders


def test_what_a_killed_process_left_goes_and_what_is_packed_right_now_stays(tmp_path: Path) -> None:
    folders = ExportFolders(tmp_path / "exports")
    left = tmp_path / "exports" / "7-left"
    left.mkdir(parents=True)
    (left / "easel-1.zip").write_bytes(b"all of somebody")
    with folders.open(8) as packing:
        folders.clear()
        assert list((tmp_path / "exports").iterdir()) == [packing]
        assert packing.stat().st_mode & 0o777 == 0o700
    assert list((tmp_path / "exports").iterdir()) == []


def test_the_export_of_who_is_forgotten_goes_even_while_it_is_packed(tmp_path: Path) -> None:
    folders = ExportFolders(tmp_path)
    with folders.open(7) as mine, folders.open(77) as of_another:
        folders.drop(7)
        assert not mine.exists()
        assert of_another.exists()


def test_what_others_could_read_they_can_no_more(tmp_path: Path) -> None:
    blobs, file = tmp_path / "blobs", tmp_path / "blobs" / "5" / "1.png"
    file.parent.mkdir(parents=True, mode=0o755)
    file.write_bytes(b"")
    for path, mode in ((blobs, 0o755), (file.parent, 0o755), (file, 0o644)):
        path.chmod(mode)
    make_private([blobs, tmp_path / "none"])
    assert [path.stat().st_mode & 0o777 for path in (blobs, file.parent, file)] == [0o700, 0o700, 0o600]
