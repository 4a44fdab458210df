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
        for _ in range(len(jobs)):
            group.create_task(work())
    return [results[number] for number in range(len(jobs))]


class _Won(Exception):
    """Ends the group in which it is raised: somebody has an answer."""


async def first_ok(jobs):
    """Run all jobs at once and return the first result; the others are cancelled."""
    if not jobs:
        raise ValueError("there is nothing to run")
    results, errors = [], {}

    async def compete(number, job):
        try:
            result = await job()
        except Exception as error:
            errors[number] = error
        else:
            results.append(result)
            raise _Won

    try:
        async with asyncio.TaskGroup() as group:
            for number, job in enumerate(jobs):
                group.create_task(compete(number, job))
    except* _Won:
        pass
    if results:
        return results[0]
    raise ExceptionGroup("every job failed", [errors[number] for number in sorted(errors)])


async def all_or_fallback(jobs, limit, fallback):
    """Like gather_bounded, but where the outside world failed, the answer is `fallback`."""
    try:
        results = await gather_bounded(jobs, limit)
    except* OSError:
        results = fallback
    return results
