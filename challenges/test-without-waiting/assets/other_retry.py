"""Does the same as retrying.py and is written in another way. Tests of behaviour cannot tell them apart."""

import asyncio


async def retry(call, *, attempts=3, delay=1.0, factor=2.0, longest=30.0, timeout=10.0, catch=(OSError,)):
    if attempts <= 0:
        raise ValueError("no attempts")
    pauses = [min(delay * factor**number, longest) for number in range(attempts - 1)]
    for pause in pauses:
        try:
            return await asyncio.wait_for(call(), timeout)
        except catch:
            await _stand_still(pause)
    return await asyncio.wait_for(call(), timeout)


async def _stand_still(seconds):
    try:
        await asyncio.wait_for(asyncio.Event().wait(), seconds)
    except TimeoutError:
        pass
