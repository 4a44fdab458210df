"""The same quotes with fewer and lighter envelopes."""
import pickle

import pytest
from parcels import Tariff, quote

from solution import NotSendable, best_chunksize, open_pool, quote_all, weigh

TARIFF = Tariff()
PARCELS = [(f"Z{number % 200:03}", 300 * number % 49_000) for number in range(101)]


@pytest.fixture(scope="module")
def pool():
    with open_pool(TARIFF, 2) as pool:
        yield pool


def messages(pool, *args):
    """The messages that one call of quote_all has sent, by their bytes."""
    before = len(pool.sent)
    quote_all(pool, *args)
    return pool.sent[before:]


def test_quotes_are_those_of_a_loop(pool):
    expected = [quote(TARIFF, parcel) for parcel in PARCELS[:10]]
    assert quote_all(pool, PARCELS[:10], 3) == expected


def test_chunks_of_25_are_four_messages(pool):
    sent = messages(pool, PARCELS[:100], 25)
    assert len(sent) == 4, f"100 parcels by 25 took {len(sent)} messages of this pool"


def test_the_last_chunk_may_be_short(pool):
    expected = [quote(TARIFF, parcel) for parcel in PARCELS]
    before = len(pool.sent)
    assert quote_all(pool, PARCELS, 25) == expected
    assert len(pool.sent) - before == 5, "101 parcels are four full chunks and one more"


def test_a_message_does_not_carry_the_tariff(pool):
    heaviest = max(messages(pool, PARCELS[:100], 25))
    assert heaviest < 2_000, (
        f"the heaviest message has {heaviest} bytes, and the tariff {len(pickle.dumps(TARIFF))}"
    )


def test_weigh_counts_what_travels():
    light, heavy = weigh(quote, None, ("Z001", 900)), weigh(quote, TARIFF, ("Z001", 900))
    assert light < 200
    assert heavy - light == pytest.approx(len(pickle.dumps(TARIFF)), rel=0.02)


def test_a_lambda_cannot_travel():
    express = lambda parcel: 990  # noqa: E731
    with pytest.raises(NotSendable) as caught:
        weigh(express, ("Z001", 900))
    assert repr(express) in str(caught.value), "name the part that cannot be sent"


@pytest.mark.parametrize(
    ("per_item", "per_message", "expected"), [(10, 200, 200), (100, 200, 20), (200, 200, 10)]
)
def test_a_message_costs_at_most_a_tenth_of_its_work(per_item, per_message, expected):
    assert best_chunksize(10_000, 2, per_item, per_message) == expected
    uneven = best_chunksize(10_000, 2, per_item, per_message + 1)
    assert uneven == expected + 1, "a chunk one parcel smaller would not be worth its message"
