"""Failures at the worst moment, messages that come twice, and real threads."""
import threading
import time

import dramatiq
import pytest
from dramatiq.brokers.stub import StubBroker

from interleave import schedule, seeds
from rig import Rig
from solution import checkout, make_tasks


class StumblingBroker(StubBroker):
    """Refuses the first receipt, as a broker does that is being restarted."""

    stumbled = False

    def enqueue(self, message, *, delay=None):
        if message.actor_name == "receipt" and not self.stumbled:
            self.stumbled = True
            raise ConnectionError("the broker is away")
        return super().enqueue(message, delay=delay)


def test_an_actor_can_still_be_called():
    shop = Rig(make_tasks)
    shop.bill(17, "card 17")
    assert shop.charged == ["card 17"], "called, not sent: it happens here and now"
    assert shop.mailed == [], "but the receipt is sent"
    assert shop.waiting("mail") == 1


def test_paid_and_then_the_broker_was_away():
    shop = Rig(make_tasks, broker=StumblingBroker)
    checkout(shop.bill, 17, "card 17")
    shop.worker.drain()
    assert shop.charged == ["card 17"], "the second attempt must not take the money again"
    assert shop.mailed == [17], "and the receipt must not be forgotten"


def test_a_receipt_that_comes_twice_is_mailed_once():
    shop = Rig(make_tasks)
    shop.receipt.send(17)
    shop.receipt.send(17)
    shop.worker.drain()
    assert shop.mailed == [17]


def test_a_mail_server_that_stumbles_costs_nobody_money():
    attempts = []

    def send_mail(order_id):
        attempts.append(order_id)
        if len(attempts) < 6:
            raise ConnectionError("the mail server does not answer")

    shop = Rig(make_tasks, send_mail=send_mail)
    checkout(shop.bill, 17, "card 17")
    shop.worker.drain()
    assert len(attempts) == 6, "a receipt is worth ten retries"
    assert shop.charged == ["card 17"]
    assert shop.broker.dead_letters == []


def test_a_receipt_is_given_up_after_ten_retries():
    attempts = []

    def send_mail(order_id):
        attempts.append(order_id)
        raise ConnectionError("the mail server does not answer")

    shop = Rig(make_tasks, send_mail=send_mail)
    shop.receipt.send(17)
    shop.worker.drain()
    assert len(attempts) == 11
    assert not shop.ledger.has_receipt(17)


def test_it_waits_longer_each_time():
    def charge(card):
        raise ConnectionError("the bank does not answer")

    shop = Rig(make_tasks, charge=charge)
    checkout(shop.bill, 17, "card 17")
    shop.worker.drain()
    first, second, third = shop.delays.seen
    assert 1_000 <= first <= 2_000, "one second, and up to twice as much so that not all come back at once"
    assert 2_000 <= second <= 4_000
    assert 4_000 <= third <= 8_000


def test_a_receipt_knows_no_card():
    shop = Rig(make_tasks)
    shop.bill("17/a", "card 17")
    assert shop.waiting("mail") == 1
    message = dramatiq.Message.decode(shop.broker.queues["mail"].get())
    assert (list(message.args), message.kwargs) == (["17/a"], {}), "what is not needed does not belong into a message"


def test_two_shops_do_not_meet():
    one, other = Rig(make_tasks), Rig(make_tasks)
    checkout(one.bill, 17, "card 17")
    other.worker.drain()
    assert other.charged == [] and one.waiting("billing") == 1
    one.worker.drain()
    assert one.charged == ["card 17"] and other.mailed == []


@pytest.mark.needs("threads")
def test_two_threads_work_at_the_same_time():
    for seed in seeds():
        most = now = 0
        lock = threading.Lock()

        def charge(card):
            nonlocal most, now
            with lock:
                now += 1
                most = max(most, now)
            time.sleep(2)
            with lock:
                now -= 1

        with schedule(seed):
            shop = Rig(make_tasks, charge=charge)
            for order_id in (17, 18):
                checkout(shop.bill, order_id, "card")
            worker = dramatiq.Worker(shop.broker, worker_threads=2, worker_timeout=500)
            worker.start()
            shop.broker.join("billing")
            shop.broker.join("mail")
            worker.stop()
        assert most == 2, "one customer waits for the other's bank"
        assert sorted(shop.mailed) == [17, 18]


@pytest.mark.needs("threads")
def test_a_worker_that_stops_finishes_what_it_holds():
    for seed in seeds():
        begun = threading.Semaphore(0)
        done = []

        def charge(card):
            begun.release()
            time.sleep(2)
            done.append(card)

        with schedule(seed):
            shop = Rig(make_tasks, charge=charge)
            for order_id in (17, 18):
                checkout(shop.bill, order_id, f"card {order_id}")
            worker = dramatiq.Worker(shop.broker, queues={"billing"}, worker_threads=2, worker_timeout=500)
            worker.start()
            for _ in range(2):
                assert begun.acquire(timeout=60), "nobody began to work"
            worker.stop()
            assert sorted(done) == ["card 17", "card 18"], "stop() waits for actors; what runs beside them is lost"
            assert shop.waiting("mail") == 2, "and what they sent waits for the next worker"
