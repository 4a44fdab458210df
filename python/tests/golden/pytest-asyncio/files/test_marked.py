import asyncio

import pytest
import pytest_asyncio

from solution import later


@pytest_asyncio.fixture
async def value():
    yield await later(5)


@pytest.mark.asyncio
async def test_marked(value):
    before = asyncio.get_running_loop().time()
    assert await later(value) == 5
    assert asyncio.get_running_loop().time() - before == 60.0


async def test_unmarked():
    assert await later(2) == 2
