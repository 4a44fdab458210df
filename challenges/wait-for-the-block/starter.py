import asyncio


async def gather_bounded(jobs, limit):
    """Run all jobs, at most `limit` of them at once; return their results in the order of the jobs."""
    # TODO 1: keep the limit and the order
    # TODO 2: nothing of it may go on after an error
    return await asyncio.gather(*[job() for job in jobs])


async def first_ok(jobs):
    """Run all jobs at once and return the first result; the others are cancelled."""
    # TODO 3
    ...


async def all_or_fallback(jobs, limit, fallback):
    """Like gather_bounded, but where the outside world failed, the answer is `fallback`."""
    # TODO 4
    return await gather_bounded(jobs, limit)
