"""These tests are shown to the learner."""
import pytest
from solution import Future, Loop, coroutine


@pytest.fixture
def loop():
    return Loop()


def test_a_finished_future_has_its_value_and_calls_back():
    future, calls = Future(), []
    future.add_done_callback(lambda done: calls.append(("first", done.result())))
    future.add_done_callback(lambda done: calls.append(("second", done.result())))
    assert future.done is False and calls == []
    future.set_result(7)
    assert future.done is True
    assert future.result() == 7
    assert calls == [("first", 7), ("second", 7)], "each callback is called with the future, in order"


def test_timers_run_at_their_time(loop):
    seen, end = [], Future()
    loop.call_later(5, lambda: (seen.append(("late", loop.now)), end.set_result("over")))
    loop.call_later(2, lambda: seen.append(("early", loop.now)))
    assert loop.run(end) == "over"
    assert seen == [("early", 2), ("late", 5)], "the earliest timer first, and `now` is its time"


def test_what_a_coroutine_returns_is_the_value_of_its_future(loop):
    @coroutine
    def brew():
        yield loop.sleep(180)
        return "tea"

    future = brew()
    assert isinstance(future, Future), "calling a coroutine gives a future at once"
    assert future.done is False, "nobody has run the loop yet"
    assert loop.run(future) == "tea", "the result is in the value of the StopIteration"
    assert loop.now == 180


def test_a_plain_function_can_be_decorated(loop):
    @coroutine
    def add(a, b=1):
        return a + b

    assert loop.run(add(2, b=3)) == 5, "there is no generator here, only a result"


def test_the_value_of_a_future_comes_out_of_the_yield(loop):
    @coroutine
    def word():
        yield loop.sleep(1)
        return "ho"

    @coroutine
    def twice():
        said = yield word()
        return said * 2

    assert loop.run(twice()) == "hoho", "send the value in when the future is done"


def test_an_error_is_raised_at_the_yield(loop):
    @coroutine
    def fails():
        yield loop.sleep(1)
        raise KeyError("no such user")

    @coroutine
    def careful():
        try:
            yield fails()
        except KeyError:
            return "caught"

    assert loop.run(careful()) == "caught", "a failed future is thrown in, not sent in"


def test_a_list_is_waited_for_side_by_side(loop):
    @coroutine
    def all_three():
        yield [loop.sleep(3), loop.sleep(5), loop.sleep(1)]
        return loop.now

    assert loop.run(all_three()) == 5, "3, 5 and 1 seconds side by side take 5"


def test_the_values_of_a_list_keep_its_order(loop):
    @coroutine
    def after(delay):
        yield loop.sleep(delay)
        return f"after {delay}"

    @coroutine
    def both():
        return (yield [after(3), after(1)])

    assert loop.run(both()) == ["after 3", "after 1"], "the order of the list, not that of the finish"
