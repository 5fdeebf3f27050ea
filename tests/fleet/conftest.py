"""The fixture that the short form and the long one share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fleet.scene import scenes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fleet.scene import OpenScene
    from tests.standin.postgres import PostgresServer


@pytest.fixture
def open_scene(server: PostgresServer, tmp_path: Path) -> OpenScene:
    return scenes(server.empty_database(), tmp_path)
