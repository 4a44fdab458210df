import asyncio
import functools
import inspect


def dual(async_fn):
    """Make an async function callable from both worlds.

    Called while no event loop runs, it returns the result. Called inside a running
    loop, it returns something to `await`.
    """
    # TODO 1: decide at each call which of the two it is
    return async_fn


def drive(coro):
    """Run a coroutine that never really waits to its end, without any event loop.

    Return its result. Raise RuntimeError if it does wait.
    """
    # TODO 2
    ...


def fetch_all(fetch, urls):
    """Return {url: what fetch gave for it}, for synchronous callers."""
    # TODO 3: share the work with afetch_all
    ...


async def afetch_all(fetch, urls):
    """Return {url: what fetch gave for it}, for asynchronous callers."""
    # TODO 3: share the work with fetch_all
    ...
