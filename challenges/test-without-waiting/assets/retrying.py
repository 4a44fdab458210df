"""The helper that your tests are for. Given: read it, do not change it."""

import asyncio


async def retry(call, *, attempts=3, delay=1.0, factor=2.0, longest=30.0, timeout=10.0, catch=(OSError,)):
    """Await `call()` until it succeeds, and return its result, whatever that is.

    It is tried at most `attempts` times, which is at least 1 (ValueError if it is not). A try that takes longer
    than `timeout` seconds is cancelled and fails with TimeoutError, which is an OSError.

    After a failed try with an error in `catch` there is a pause before the next one: `delay` seconds, then `factor`
    times as long as the one before, and so on, but never more than `longest`. There is no pause before the first
    try and none after the last one, whose error is raised. Errors that are not in `catch` are raised at once.

    Whoever cancels `retry` ends it, in a try or in a pause.
    """
    if attempts < 1:
        raise ValueError(f"attempts has to be at least 1, not {attempts}")
    pause = delay
    for attempt in range(1, attempts + 1):
        try:
            async with asyncio.timeout(timeout):
                return await call()
        except catch:
            if attempt == attempts:
                raise
        await asyncio.sleep(min(pause, longest))
        pause *= factor
