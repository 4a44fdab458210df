"""One contract for both brokers, and what each of them does in its own way."""
import threading
import time

import pytest

from interleave import schedule, seeds
from solution import RabbitLike, RedisLike, Worker, actor


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


both = pytest.mark.parametrize("new", [RabbitLike, RedisLike])


@both
def test_called_here_and_sent_there(new):
    broker, greeted = new(clock=Clock()), []

    @actor(broker)
    def greet(name, mark="!"):
        """Say hello."""
        greeted.append(name + mark)
        return len(greeted)

    assert greet("Ada") == 1, "a call is a call"
    greet.send("Bob", mark="?")
    assert greeted == ["Ada!"], "sent, and nobody has worked yet"
    assert Worker(broker).drain() == 1
    assert greeted == ["Ada!", "Bob?"]
    assert (greet.__name__, greet.__doc__, broker.pending()) == ("greet", "Say hello.", 0)


@both
def test_only_json_can_be_sent(new):
    broker = new()

    @actor(broker)
    def keep(thing): ...

    with pytest.raises(TypeError):
        keep.send(object())
    assert broker.pending() == 0, "the sender learns of it at once, and the worker never"

    nobody = '{"actor": "gone", "args": [], "kwargs": {}}'
    broker.put(nobody)
    Worker(broker).drain()
    assert (broker.pending(), broker.dead) == (0, [nobody]), "no actor of that name: it is dead"


@both
def test_taken_is_not_done(new):
    broker = new(clock=Clock())
    broker.put("one")
    broker.put("two")
    first, second = broker.take("a"), broker.take("b")
    assert (first.body, first.attempt, second.body) == ("one", 1, "two"), "the first one put comes first"
    assert broker.take("c") is None, "both are in somebody's hands"
    assert broker.pending() == 2, "and neither is done"
    assert broker.ack(first) is True
    assert broker.pending() == 1
    assert broker.ack(first) is False, "it was done already"


@both
def test_what_was_not_done_comes_again_in_its_old_place(new):
    broker = new(clock=Clock())
    broker.put("one")
    broker.put("two")
    assert broker.nack(broker.take("a")) is True
    again = broker.take("b")
    assert (again.body, again.attempt) == ("one", 2)


def test_rabbit_gives_away_what_a_lost_channel_held():
    clock = Clock()
    broker = RabbitLike(prefetch=2, clock=clock)
    for body in ("one", "two", "three"):
        broker.put(body)
    lost = broker.take("a")
    broker.take("b")
    clock.now += 1_000_000
    assert broker.take("c").body == "three", "however long somebody works: as long as he is there, it is his"
    broker.close("a")
    again = broker.take("d")
    assert (again.body, again.attempt) == ("one", 2)
    assert broker.ack(lost) is False, "it is in other hands"


def test_redis_gives_away_what_takes_too_long():
    clock = Clock()
    broker = RedisLike(visibility=30, clock=clock)
    broker.put("one")
    broker.take("a")
    broker.close("a")
    clock.now += 29.5
    assert broker.take("b") is None, "Redis does not know that somebody is gone"
    clock.now += 0.5
    assert broker.take("b").attempt == 2


@pytest.mark.needs("threads")
@both
def test_three_threads_share_the_work(new):
    for seed in seeds()[:3]:
        with schedule(seed):
            broker, done, names = new(), [], set()

            @actor(broker)
            def work(number):
                names.add(threading.current_thread().name)
                time.sleep(1)
                done.append(number)

            for number in range(9):
                work.send(number)
            worker = Worker(broker, threads=3)
            worker.start()
            time.sleep(6)
            worker.stop()
        assert sorted(done) == list(range(9))
        assert len(names) == 3, f"only {len(names)} of three threads did anything"
