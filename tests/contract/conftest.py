"""The scripted provider as a fixture."""

from collections.abc import AsyncIterator

import pytest

from tests.contract.scripted import Provider


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    async with Provider() as running:
        yield running
