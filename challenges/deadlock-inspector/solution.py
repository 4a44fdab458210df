import asyncio
from typing import NamedTuple


class Place(NamedTuple):
    """Where a task waits."""

    task: str
    function: str
    line: int


class StuckError(Exception):
    """Some tasks were not over in time. `report` has a Place for each of them."""

    def __init__(self, report):
        super().__init__("; ".join(f"{task} waits in {function}, line {line}" for task, function, line in report))
        self.report = report


def stuck_report(tasks):
    """Return a Place for each task that is not over, sorted by the tasks' names."""
    places = []
    for task in tasks:
        if not task.done():
            frame = _innermost_frame(task.get_coro())
            places.append(Place(task.get_name(), frame.f_code.co_name, frame.f_lineno))
    return sorted(places)


def _innermost_frame(coro):
    """Follow the awaits down to the last frame that is not asyncio's own."""
    frame = coro.cr_frame
    while (coro := coro.cr_await) is not None:
        deeper = getattr(coro, "cr_frame", None)  # a future is awaited too, and has no frame
        if deeper is None:
            break
        if not _is_library(deeper):  # and below it, wait_for awaits your code again
            frame = deeper
    return frame


def _is_library(frame):
    return frame.f_globals["__name__"].partition(".")[0] == "asyncio"


async def run_watched(coros, timeout):
    """Run {name: coroutine} as tasks and return {name: result}; StuckError after `timeout` seconds."""
    tasks = [asyncio.create_task(coro, name=name) for name, coro in coros.items()]
    if not tasks:
        return {}
    try:
        done, pending = await asyncio.wait(
            tasks, timeout=timeout, return_when=asyncio.FIRST_EXCEPTION
        )
        for task in tasks:
            if task in done:
                task.result()  # raises the task's error
        if pending:
            raise StuckError(stuck_report(pending))
        return {task.get_name(): task.result() for task in tasks}
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
