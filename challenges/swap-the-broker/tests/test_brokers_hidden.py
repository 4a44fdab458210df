"""Late workers, deadly messages, patience with a limit, and threads that stop or die."""
import threading
import time

import pytest

from interleave import explore, schedule, seeds
from solution import RabbitLike, RedisLike, Worker, actor


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


both = pytest.mark.parametrize("new", [RabbitLike, RedisLike])


def test_who_comes_late_cannot_take_it_from_others():
    clock = Clock()
    broker = RedisLike(visibility=30, clock=clock)
    broker.put("one")
    slow = broker.take("a")
    clock.now += 30
    quick = broker.take("b")
    assert broker.ack(slow) is False and broker.nack(slow) is False and broker.bury(slow) is False
    assert broker.pending() == 1 and broker.dead == [], "the message is in b's hands"
    assert broker.take("c") is None
    clock.now += 1000
    assert broker.ack(quick) is True, "late as well, but nobody else has taken it: it is done"
    assert broker.take("d") is None


def test_rabbit_hands_out_no_more_than_prefetch():
    broker = RabbitLike(prefetch=2, clock=Clock())
    for body in ("one", "two", "three"):
        broker.put(body)
    first, second = broker.take("a"), broker.take("a")
    assert broker.take("a") is None, "two are in these hands"
    assert broker.take("b").body == "three", "in b's there is room"
    broker.nack(second)
    broker.ack(first)
    assert broker.take("a").body == "two"


@both
def test_given_back_is_not_yours_any_more(new):
    broker = new(clock=Clock())
    broker.put("one")
    mine = broker.take("a")
    assert broker.nack(mine) is True
    assert broker.ack(mine) is False and broker.bury(mine) is False
    assert broker.pending() == 1


@both
def test_a_delay_is_kept(new):
    clock = Clock()
    broker = new(clock=clock)
    broker.put("one")
    broker.nack(broker.take("a"), delay=5)
    clock.now += 4.5
    assert broker.take("a") is None
    clock.now += 0.5
    assert broker.take("a").attempt == 2


@both
def test_it_waits_longer_each_time_but_not_for_ever(new):
    clock = Clock()
    broker, tried = new(clock=clock), []

    @actor(broker, retries=6, backoff=2, cap=20)
    def fail():
        tried.append(clock.now - 100)
        raise ConnectionError

    fail.send()
    for _ in range(200):
        Worker(broker).drain()
        clock.now += 1
    pauses = [later - earlier for earlier, later in zip(tried, tried[1:])]
    assert pauses == [2, 4, 8, 16, 20, 20]
    assert len(broker.dead) == 1 and broker.pending() == 0, "given up after six retries"


@both
def test_a_message_that_kills_is_buried_in_the_end(new):
    clock = Clock()
    broker, victims = new(clock=clock), []

    @actor(broker, retries=2)
    def poison():
        victims.append("worker")
        raise SystemExit

    poison.send()
    for _ in range(6):
        try:
            Worker(broker).drain()
        except SystemExit:
            clock.now += 60
    assert len(victims) == 3, "an attempt is an attempt, also if nobody lived to tell"
    assert (len(broker.dead), broker.pending()) == (1, 0)


@both
def test_without_retries_one_failure_is_enough(new):
    broker = new(clock=Clock())

    @actor(broker, retries=0)
    def fail():
        raise ValueError

    fail.send()
    assert Worker(broker).drain() == 1
    assert len(broker.dead) == 1


@pytest.mark.needs("threads")
@both
def test_nothing_is_handled_twice_under_any_seed(new):
    def program():
        broker, done = new(), []

        @actor(broker)
        def work(number):
            done.append(number)

        for number in range(6):
            work.send(number)
        worker = Worker(broker, threads=3, idle=1)
        worker.start()
        time.sleep(5)
        worker.stop()
        return sorted(done), broker.pending()

    bad = explore(program, lambda result: result == (list(range(6)), 0), seeds())
    assert bad is None, f"with seed {bad} a message was handled twice, or got lost: who else is in take()?"


@pytest.mark.needs("threads")
@both
def test_the_book_is_right_when_all_write_into_it_at_once(new):
    def program():
        broker, said = new(), []
        broker.put("one")
        mine = broker.take("a")

        def bring():
            broker.put("two")
            broker.put("three")

        def leave():
            broker.close("b")
            said.append("closed")

        jobs = (bring, bring, leave, *[lambda: said.append(str(broker.ack(mine)))] * 2)
        threads = [threading.Thread(target=job) for job in jobs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sorted(said), broker.pending()

    bad = explore(program, lambda result: result == (["False", "True", "closed"], 4), seeds())
    assert bad is None, f"with seed {bad} a message got lost, or two were told that theirs was done"


@pytest.mark.needs("threads")
@both
def test_stopping_finishes_what_is_in_hand_and_takes_nothing_new(new):
    for seed in seeds()[:3]:
        with schedule(seed):
            broker, begun, done = new(), [], []

            @actor(broker)
            def work(number):
                begun.append(number)
                time.sleep(1)
                done.append(number)

            for number in range(12):
                work.send(number)
            worker = Worker(broker, threads=3)
            worker.start()
            time.sleep(1.5)
            worker.stop()
            assert sorted(begun) == sorted(done), "stop() returned while somebody was still at work"
            assert len(done) == 6, "two each, and then no more"
            assert len(done) + broker.pending() == 12
            other = Worker(broker, threads=2)
            other.start()
            time.sleep(8)
            other.stop()
        assert sorted(done) == list(range(12)), "what was left waits for the next worker"


@pytest.mark.needs("threads")
@both
def test_start_and_stop_may_be_called_at_any_time(new):
    with schedule(seeds()[0]):
        broker, done = new(), []

        @actor(broker)
        def work(number):
            done.append(number)

        worker = Worker(broker)
        worker.stop()
        worker.start()
        time.sleep(1)
        worker.stop()
        worker.stop()
        work.send(1)
        worker.start()
        time.sleep(1)
        worker.stop()
    assert done == [1], "a worker can be started again"
    with schedule(seeds()[0]):
        broker, at_work, most, ended = new(), [], [], []

        @actor(broker)
        def work(number):
            at_work.append(number)
            most.append(len(at_work))
            time.sleep(1)
            at_work.remove(number)
            ended.append(number)

        for number in range(8):
            work.send(number)
        worker = Worker(broker, threads=1)
        worker.start()
        worker.start()
        time.sleep(2.5)
        worker.stop()
        done = len(ended)
        time.sleep(8)
    assert len(ended) == done, "stop() returned, and a thread from the first start() went on"
    assert max(most) == 1, f"a worker with one thread did {max(most)} things at the same time"


@pytest.mark.needs("threads")
@both
def test_a_thread_that_dies_gives_its_message_back(new):
    for seed in seeds()[:3]:
        with schedule(seed):
            broker, done, victims = new(), [], []

            @actor(broker)
            def work(number):
                if number == 3 and not victims:
                    victims.append(threading.current_thread().name)
                    raise SystemExit
                done.append(number)

            for number in range(6):
                work.send(number)
            worker = Worker(broker, threads=3, idle=1)
            worker.start()
            time.sleep(45)
            worker.stop()
            assert broker.pending() == 0
        assert sorted(done) == list(range(6)), "number 3 was in the hands of the thread that died"


@pytest.mark.needs("threads")
def test_a_slow_thread_is_overtaken():
    with schedule(seeds()[0]):
        broker, begun = RedisLike(visibility=5), []

        @actor(broker)
        def work():
            begun.append(time.monotonic())
            time.sleep(12 if len(begun) == 1 else 1)

        work.send()
        worker = Worker(broker, threads=2, idle=0.5)
        worker.start()
        time.sleep(20)
        worker.stop()
        assert broker.pending() == 0
    assert len(begun) == 2, "handed out again after five seconds, and no more after that"
    assert begun[1] - begun[0] >= 5
