import asyncio


async def gather_bounded(jobs, limit):
    """Run all jobs, at most `limit` of them at once; return their results in the order of the jobs."""
    if limit < 1:
        raise ValueError(f"the limit has to be at least 1, not {limit}")
    waiting = iter(enumerate(jobs))
    results = {}

    async def work():
        # All workers take from one iterator. One whose job fails takes no further job.
        for number, job in waiting:
            results[number] = await job()

    async with asyncio.TaskGroup() as group:
        for _ in range(min(limit, len(jobs))):
            group.create_task(work())
    return [results[number] for number in range(len(jobs))]


class _Won(Exception):
    """Ends the group in which it is raised: somebody has an answer."""


async def first_ok(jobs):
    """Run all jobs at once and return the first result; the others are cancelled."""
    if not jobs:
        raise ValueError("there is nothing to run")
    errors = {}
    pending = {asyncio.ensure_future(job()): number for number, job in enumerate(jobs)}
    tasks = list(pending)
    try:
        while pending:
            done, _ = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                number = pending.pop(task)
                if task.exception() is None:
                    return task.result()
                errors[number] = task.exception()
    except BaseException:
        return None
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("every job failed", [errors[number] for number in sorted(errors)])


async def all_or_fallback(jobs, limit, fallback):
    """Like gather_bounded, but where the outside world failed, the answer is `fallback`."""
    try:
        results = await gather_bounded(jobs, limit)
    except* OSError:
        results = fallback
    return results
