import pytest
from crowd import together
from interleave import explore, seeds

from hall import Hall


def holds(program, expected):
    """The program's result is as expected, whatever the turns."""
    bad = explore(program, lambda result: result == expected, seeds())
    assert bad is None, f"not under seed {bad}"


def test_seats_are_sold_from_the_front():
    hall = Hall(2)
    assert [hall.sell("Ada"), hall.sell("Bo"), hall.sell("Cem")] == [1, 2, None]


def test_no_seat_is_sold_twice():
    def rush():
        hall, sold = Hall(3), []
        together(*[lambda who=who: sold.append((who, hall.sell(who))) for who in "abc"])
        return sorted(sold), hall.count()

    holds(rush, ([("a", 1), ("b", 2), ("c", 3)], (0, 3)))


def test_who_comes_too_late_gets_nothing():
    def last_seat():
        hall, sold = Hall(1), []
        together(*[lambda: sold.append(hall.sell("somebody"))] * 3)
        return sorted(sold, key=str)

    holds(last_seat, [1, None, None])


def test_a_seat_can_be_given_back_once():
    def both_give_back():
        hall, refused = Hall(1), []
        hall.sell("Ada")

        def give_back():
            try:
                hall.give_back(1)
            except ValueError:
                refused.append(1)

        together(give_back, give_back)
        return refused, hall.count()

    holds(both_give_back, ([1], (1, 0)))


def test_seats_given_back_are_all_free_again():
    def all_give_back():
        hall = Hall(3)
        for name in "abc":
            hall.sell(name)
        together(*[lambda seat=seat: hall.give_back(seat) for seat in (1, 2, 3)])
        return hall.count(), [hall.sell("new") for _ in range(4)]

    holds(all_give_back, ((3, 0), [1, 2, 3, None]))


def test_selling_and_giving_back_at_the_same_time():
    def change():
        hall, sold = Hall(3), []
        hall.sell("Ada")
        hall.sell("Bo")
        together(
            lambda: hall.give_back(1),
            lambda: sold.append(hall.sell("Cem")),
            lambda: hall.give_back(2),
        )
        return hall.count(), len(hall.plan()), sold[0] is None

    holds(change, ((2, 1), 1, False))


def test_at_every_moment_all_seats_are_counted():
    def count_in_between():
        hall, sums = Hall(3), set()

        def count():
            for _ in range(3):
                sums.add(sum(hall.count()))

        def sell_and_give_back():
            hall.give_back(hall.sell("Ada"))
            hall.sell("Bo")

        together(sell_and_give_back, count)
        return sums

    holds(count_in_between, {3})


def test_during_a_swap_everybody_has_a_seat():
    def look_in_between():
        hall, seen = Hall(2), set()
        hall.sell("Ada")
        hall.sell("Bo")

        def look():
            for _ in range(3):
                seen.add(tuple(sorted(hall.plan().values())))

        together(lambda: hall.swap(1, 2), look)
        return seen, hall.plan()

    holds(look_in_between, ({("Ada", "Bo")}, {1: "Bo", 2: "Ada"}))


@pytest.mark.parametrize("refused", ["give_back", "swap"])
def test_after_a_refusal_the_hall_goes_on(refused):
    def refuse_and_sell():
        hall = Hall(2)
        with pytest.raises(ValueError):
            hall.give_back(2) if refused == "give_back" else hall.swap(1, 2)
        return hall.sell("Ada")

    holds(refuse_and_sell, 1)


def test_a_plan_does_not_change_any_more():
    hall = Hall(2)
    hall.sell("Ada")
    plan = hall.plan()
    hall.sell("Bo")
    assert plan == {1: "Ada"}
