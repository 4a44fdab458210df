import asyncio
import functools
import inspect


def dual(async_fn):
    """Make an async function callable from both worlds.

    Called while no event loop runs, it returns the result. Called inside a running
    loop, it returns something to `await`.
    """

    @functools.wraps(async_fn)
    def wrapper(*args, **kwargs):
        try:
            return asyncio.run(async_fn(*args, **kwargs))
        except RuntimeError:                 # a loop is already running
            return async_fn(*args, **kwargs)

    return wrapper


def drive(coro):
    """Run a coroutine that never really waits to its end, without any event loop.

    Return its result. Raise RuntimeError if it does wait.
    """
    try:
        coro.send(None)
    except StopIteration as stop:
        return stop.value
    coro.close()                             # it stands at an await: let its finally blocks run
    raise RuntimeError("the coroutine waits for something: it needs an event loop")


async def _fetch_all(fetch, urls):
    """The one and only copy of the work: it awaits only what has to be awaited."""
    results = {}
    for url in urls:
        result = fetch(url)
        if inspect.isawaitable(result):
            result = await result
        results[url] = result
    return results


def fetch_all(fetch, urls):
    """Return {url: what fetch gave for it}, for synchronous callers."""
    return drive(_fetch_all(fetch, urls))


async def afetch_all(fetch, urls):
    """Return {url: what fetch gave for it}, for asynchronous callers."""
    return await _fetch_all(fetch, urls)
