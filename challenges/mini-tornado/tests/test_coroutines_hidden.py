"""Run on submit; the learner sees the names and messages, not the code."""
import pytest
from solution import Future, Loop, coroutine


@pytest.fixture
def loop():
    return Loop()


def test_a_future_is_finished_once_and_not_read_before():
    future = Future()
    with pytest.raises(RuntimeError):
        future.result()
    future.set_result(1)
    with pytest.raises(RuntimeError):
        future.set_result(2)
    with pytest.raises(RuntimeError):
        future.set_exception(OSError())
    assert future.result() == 1, "the first value stays"


def test_a_failed_future_raises_whenever_it_is_read():
    future, calls = Future(), []
    future.add_done_callback(calls.append)
    future.set_exception(LookupError("gone"))
    assert future.done is True and calls == [future], "a failed future is done too"
    for _ in range(2):
        with pytest.raises(LookupError, match="gone"):
            future.result()


def test_a_callback_that_comes_late_is_called_at_once():
    future, calls = Future(), []
    future.set_result("x")
    future.add_done_callback(calls.append)
    assert calls == [future], "the future was done already: nobody will call this callback later"


def test_timers_of_one_moment_run_in_the_order_of_their_calls(loop):
    seen, end = [], Future()
    for name in "abc":
        loop.call_later(1, lambda name=name: seen.append(name))
    loop.call_later(1, lambda: end.set_result(None))
    try:
        loop.run(end)
    except TypeError as error:
        pytest.fail(f"two timers for the same moment were compared by their functions: {error}")
    assert seen == ["a", "b", "c"]


def test_a_timer_counts_from_the_moment_of_its_call(loop):
    end = Future()
    loop.call_later(10, lambda: loop.call_later(5, lambda: end.set_result(loop.now)))
    assert loop.run(end) == 15


def test_nothing_left_to_run_is_a_deadlock(loop):
    @coroutine
    def waits_for_nobody():
        yield loop.sleep(1)
        yield Future()

    with pytest.raises(RuntimeError, match="deadlock"):
        loop.run(waits_for_nobody())


def test_a_list_with_errors_is_waited_for_and_raises_its_first(loop):
    @coroutine
    def fails(delay):
        yield loop.sleep(delay)
        raise KeyError(f"failed after {delay}")

    @coroutine
    def several():
        yield [loop.sleep(5), fails(3), fails(1)]

    with pytest.raises(KeyError, match="failed after 3"):
        loop.run(several())
    assert loop.now == 5, "all of them are waited for, the failed ones too"


def test_an_error_before_the_first_yield_is_in_the_future(loop):
    @coroutine
    def generator():
        raise ValueError("bad argument")
        yield

    @coroutine
    def plain():
        raise ValueError("bad argument")

    for broken in (generator, plain):
        try:
            future = broken()
        except ValueError:
            pytest.fail("the call itself raised: the error belongs in the future")
        with pytest.raises(ValueError, match="bad argument"):
            loop.run(future)


def test_a_coroutine_goes_on_after_an_error_that_it_caught(loop):
    @coroutine
    def fails():
        yield loop.sleep(1)
        raise OSError

    @coroutine
    def retries():
        for attempt in range(3):
            try:
                yield fails()
            except OSError:
                yield loop.sleep(10)
        return attempt

    assert loop.run(retries()) == 2
    assert loop.now == 33, "what throw returns is the next future, just like what send returns"


def test_coroutines_take_turns(loop):
    seen = []

    @coroutine
    def worker(name):
        for step in range(2):
            seen.append((name, step))
            yield loop.sleep(1)

    @coroutine
    def both():
        yield [worker("a"), worker("b")]

    loop.run(both())
    assert seen == [("a", 0), ("b", 0), ("a", 1), ("b", 1)], "each runs to its yield, then the other"


def test_thousands_of_finished_futures_in_a_row(loop):
    done = Future()
    done.set_result(1)

    @coroutine
    def adds():
        total = 0
        for _ in range(20_000):
            total += yield done
        return total

    try:
        total = loop.run(adds())
    except RecursionError:
        pytest.fail("each finished future went one call deeper: go round in a loop instead")
    assert total == 20_000


def test_an_empty_list_and_a_mistake_do_not_wait(loop):
    @coroutine
    def polite():
        nothing = yield []
        try:
            yield "soon, please"
        except TypeError:
            return nothing

    assert loop.run(polite()) == [], "no futures give no values; what is no future gives a TypeError"
    assert loop.now == 0
