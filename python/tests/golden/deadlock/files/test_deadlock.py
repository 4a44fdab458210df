import asyncio

import pytest

import kernel
from solution import main


async def test_hangs():
    await main()


def test_hangs_too():
    with pytest.raises(kernel.Deadlock, match="consumer-1"):
        asyncio.run(main())


def test_is_fine_afterwards():
    async def wait():
        await asyncio.sleep(1)
        return 1

    assert asyncio.run(wait()) == 1
