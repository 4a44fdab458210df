"""A shop on a bench: one message after the other, and nobody waits for anything."""
from rig import Rig
from shop import CardDeclined
from solution import checkout, make_tasks


def test_each_actor_has_its_queue():
    shop = Rig(make_tasks)
    assert (shop.bill.queue_name, shop.receipt.queue_name) == ("billing", "mail")
    assert (shop.bill.actor_name, shop.receipt.actor_name) == ("bill", "receipt")


def test_the_customer_does_not_wait():
    shop = Rig(make_tasks)
    assert checkout(shop.bill, 17, "card 17") == "accepted"
    assert shop.charged == [], "the bank was asked while the customer waited"
    assert shop.waiting("billing") == 1


def test_the_worker_takes_the_money_and_sends_the_receipt():
    shop = Rig(make_tasks)
    checkout(shop.bill, 17, "card 17")
    checkout(shop.bill, 18, "card 18")
    assert shop.worker.drain() == 4, "two bills and two receipts, each a message of its own"
    assert (shop.charged, shop.mailed) == (["card 17", "card 18"], [17, 18])
    assert shop.ledger.is_paid(17) and shop.ledger.has_receipt(18)


def test_a_bank_that_stumbles_is_asked_again():
    attempts = []

    def charge(card):
        attempts.append(card)
        if len(attempts) < 3:
            raise ConnectionError("the bank does not answer")

    shop = Rig(make_tasks, charge=charge)
    checkout(shop.bill, 17, "card 17")
    shop.worker.drain()
    assert len(attempts) == 3
    assert shop.mailed == [17]


def test_after_three_retries_it_is_given_up():
    attempts = []

    def charge(card):
        attempts.append(card)
        raise ConnectionError("the bank does not answer")

    shop = Rig(make_tasks, charge=charge)
    checkout(shop.bill, 17, "card 17")
    shop.worker.drain()
    assert len(attempts) == 4, "one attempt, and three more"
    assert len(shop.broker.dead_letters) == 1, "somebody has to be able to find out what was given up"
    assert shop.mailed == [] and not shop.ledger.is_paid(17)


def test_a_declined_card_is_not_tried_again():
    attempts = []

    def charge(card):
        attempts.append(card)
        raise CardDeclined("no money")

    shop = Rig(make_tasks, charge=charge)
    checkout(shop.bill, 17, "card 17")
    shop.worker.drain()
    assert len(attempts) == 1, "the bank has said no; it has not stumbled"
    assert len(shop.broker.dead_letters) == 1
    assert shop.mailed == []


def test_two_clicks_are_one_payment():
    shop = Rig(make_tasks)
    checkout(shop.bill, 17, "card 17")
    checkout(shop.bill, 17, "card 17")
    shop.worker.drain()
    assert shop.charged == ["card 17"]
    assert shop.mailed == [17]
