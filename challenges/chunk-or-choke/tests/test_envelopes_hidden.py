"""What goes wrong on the way, and the ends of the scale."""
import pytest
from parcels import Tariff, count_tariffs, quote

from solution import NotSendable, best_chunksize, open_pool, quote_all, weigh

TARIFF = Tariff()
PARCELS = [(f"Z{number % 200:03}", 250 * number) for number in range(60)]


@pytest.fixture(scope="module")
def pool():
    with open_pool(TARIFF, 2) as pool:
        yield pool


def test_each_worker_received_the_tariff_once(pool):
    for _ in range(3):
        quote_all(pool, PARCELS, 5)
    counts = pool.map_async(count_tariffs, range(20), 1).get(timeout=60)
    assert set(counts) == {1}, (
        f"a worker has unpacked {max(counts)} tariffs; it needs one, and keeps it"
    )


def test_the_weight_of_a_message_does_not_depend_on_the_tariff(pool):
    before = len(pool.sent)
    quote_all(pool, PARCELS[:1], 1)
    assert pool.sent[before] < 300


def test_an_error_keeps_its_type_and_its_place(pool):
    with pytest.raises(KeyError, match="Z999") as caught:
        quote_all(pool, [*PARCELS, ("Z999", 100)], 7)
    assert "parcels.py" in str(caught.value.__cause__), "the child's traceback is its cause"


def test_the_pool_goes_on_after_an_error(pool):
    with pytest.raises(KeyError):
        quote_all(pool, [("Z999", 100)], 1)
    assert quote_all(pool, PARCELS, 20) == [quote(TARIFF, parcel) for parcel in PARCELS]


def test_parcels_may_come_one_by_one(pool):
    some = (parcel for parcel in PARCELS[:9])
    assert quote_all(pool, some, 4) == [quote(TARIFF, parcel) for parcel in PARCELS[:9]]


def test_nothing_to_quote_is_no_message(pool):
    before = len(pool.sent)
    assert quote_all(pool, [], 25) == []
    assert len(pool.sent) == before


def test_a_chunk_larger_than_all_is_one_message(pool):
    before = len(pool.sent)
    assert len(quote_all(pool, PARCELS, 1_000)) == 60
    assert len(pool.sent) - before == 1


@pytest.mark.parametrize("chunksize", [0, -3])
def test_a_chunk_of_nothing_is_refused(pool, chunksize):
    before = len(pool.sent)
    with pytest.raises(ValueError):
        quote_all(pool, PARCELS, chunksize)
    assert len(pool.sent) == before


def test_a_bound_method_takes_its_object_along():
    assert weigh(TARIFF.price, ("Z001", 900)) > 10_000, (
        "the method travels with everything that its object holds"
    )


def test_an_argument_that_cannot_travel_is_named():
    lazy = (parcel for parcel in PARCELS)
    with pytest.raises(NotSendable) as caught:
        weigh(quote, TARIFF, lazy)
    assert repr(lazy) in str(caught.value)


def test_no_worker_stays_without_a_chunk():
    assert best_chunksize(10, 4, per_item=1, per_message=1_000) == 3
    assert best_chunksize(1_000, 2, per_item=0, per_message=50) == 500, (
        "work that costs nothing is not divided by"
    )


def test_a_chunk_has_at_least_one_item():
    assert best_chunksize(1_000, 2, per_item=50, per_message=0) == 1
    assert best_chunksize(0, 2, per_item=1, per_message=100) == 1
