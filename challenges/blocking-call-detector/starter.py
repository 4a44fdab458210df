import ast
import asyncio

BLOCKING = frozenset({
    "input",
    "requests.get",
    "requests.post",
    "socket.create_connection",
    "subprocess.run",
    "time.sleep",
    "urllib.request.urlopen",
})


def find_blockers(source):
    """Return a sorted list of (line, full name) of the blocking calls in the coroutines of `source`."""
    tree = ast.parse(source)
    # TODO 1: calls inside `async def`, not those inside a plain function
    # TODO 2: under whatever name they were imported
    return []


async def heartbeat(interval, threshold, clock, report):
    """Beat every `interval` seconds; call report(seconds) for a beat later than `threshold`."""
    # TODO 3
    ...


async def watch(main, interval, threshold, clock):
    """Run the coroutine `main` beside a heart; return its result and the list of late beats."""
    # TODO 4
    return await main, []
