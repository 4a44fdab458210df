from crowd import together
from interleave import explore, seeds

from hall import Hall


def test_seats_are_sold_from_the_front():
    hall = Hall(2)
    assert [hall.sell("Ada"), hall.sell("Bo"), hall.sell("Cem")] == [1, 2, None]


def test_many_counters_sell_every_seat():
    def rush():
        hall = Hall(3)
        together(*[lambda: hall.sell("somebody")] * 3)
        return hall.count()

    # TODO 2: three seats, three counters, and this is green although seats are sold twice.
    # What else has to hold? And for which numbers of seats and counters?
    assert explore(rush, lambda count: True, seeds()) is None


# TODO 3: two people give seats back.
# TODO 4: somebody looks while others are busy.
# TODO 5: what if somebody is refused?
