import functools
import heapq
import itertools
from types import GeneratorType


class Future:
    """A value that is not there yet."""

    def __init__(self):
        self.done = False
        self._value = None
        self._error = None
        self._callbacks = []

    def set_result(self, value):
        """Finish with a value, and call the callbacks."""
        self._finish(value, None)

    def set_exception(self, error):
        """Finish with an error, and call the callbacks."""
        self._finish(None, error)

    def result(self):
        """Return the value, or raise the error. RuntimeError if neither is there yet."""
        if not self.done:
            raise RuntimeError("the future is not done")
        if self._error is not None:
            raise self._error
        return self._value

    def add_done_callback(self, callback):
        """Have callback(self) called when the future is done; at once if it is."""
        if self.done:
            callback(self)
        else:
            self._callbacks.append(callback)

    def _finish(self, value, error):
        if self.done:
            raise RuntimeError("the future is done already")
        self.done, self._value, self._error = True, value, error
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback(self)


class Loop:
    """Runs functions at their time. `now` is its clock; it jumps from one timer to the next."""

    def __init__(self):
        self.now = 0
        self._timers = []
        self._numbers = itertools.count()  # settles ties: functions cannot be compared

    def call_later(self, delay, function):
        """Have function() called `delay` seconds from now."""
        heapq.heappush(self._timers, (self.now + delay, next(self._numbers), function))

    def sleep(self, delay):
        """Return a future that is done, with None, `delay` seconds from now."""
        future = Future()
        self.call_later(delay, lambda: future.set_result(None))
        return future

    def run(self, future):
        """Run timers until the future is done; return its value or raise its error."""
        while not future.done:
            if not self._timers:
                raise RuntimeError("deadlock: nothing left to run, and the future is not done")
            self.now, _, function = heapq.heappop(self._timers)
            function()
        return future.result()


def coroutine(fn):
    """Make a generator function that yields futures return a future of its own."""

    @functools.wraps(fn)
    def start(*args, **kwargs):
        answer = Future()
        try:
            made = fn(*args, **kwargs)
        except Exception as error:
            answer.set_exception(error)
            return answer
        if isinstance(made, GeneratorType):
            nothing = Future()
            nothing.set_result(None)
            _advance(made, nothing, answer)
        else:
            answer.set_result(made)
        return answer

    return start


def _advance(generator, waited_for, answer):
    """Resume the generator with a future that is done, until it waits for one that is not."""
    # A loop, not a callback for each: a thousand futures that are done already take no stack.
    while waited_for.done:
        try:
            try:
                value = waited_for.result()
            except Exception as error:
                yielded = generator.throw(error)
            else:
                yielded = generator.send(value)
        except StopIteration as stop:
            finish = functools.partial(answer.set_result, stop.value)
        except Exception as error:
            finish = functools.partial(answer.set_exception, error)
        else:
            waited_for = _as_future(yielded)
            continue
        finish()
        return
    waited_for.add_done_callback(lambda future: _advance(generator, future, answer))


def _as_future(yielded):
    if isinstance(yielded, Future):
        return yielded
    if isinstance(yielded, list):
        return _all_of(yielded)
    refused = Future()
    refused.set_exception(TypeError(f"a coroutine yields futures or lists of them, not {yielded!r}"))
    return refused


def _all_of(futures):
    """A future for the list of all values, in the order of the list."""
    everything = Future()
    left = len(futures)

    def one_is_done(_):
        nonlocal left
        left -= 1
        if left == 0:
            collect()

    def collect():
        try:
            values = [future.result() for future in futures]
        except Exception as error:
            everything.set_exception(error)
        else:
            everything.set_result(values)

    for future in futures:
        future.add_done_callback(one_is_done)
    return everything
