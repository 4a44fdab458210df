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
        # TODO 3: the message names each task, its function and its line
        super().__init__()
        self.report = report


def stuck_report(tasks):
    """Return a Place for each task that is not over, sorted by the tasks' names."""
    # TODO 2
    return []


async def run_watched(coros, timeout):
    """Run {name: coroutine} as tasks and return {name: result}; StuckError after `timeout` seconds."""
    # TODO 1: start them, and wait no longer than `timeout`
    # TODO 3: ask those that are stuck, while they are stuck
    # TODO 4: leave nothing behind, however it ends
    async with asyncio.timeout(timeout):
        return {name: await coro for name, coro in coros.items()}
