import asyncio

import pytest
from retrying import retry


async def test_a_result_comes_back():
    async def call():
        return "page"

    assert await retry(call) == "page"


# TODO 2: how often, for which errors, and what comes out?
# TODO 3: at which moments? asyncio.get_running_loop().time() tells
# TODO 4: what if a try takes too long, and what if somebody cancels?
