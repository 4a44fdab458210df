"""Three programs, programs that take another way, and states that must stay as they were."""

import math
from itertools import islice

import pytest
from programs import careless_add, writer

from solution import add, find_race, interleavings, run, simplest_race


def steps(number):
    """A program of so many steps."""

    def go(state):
        for _ in range(number - 1):
            yield

    return go


def test_three_programs_have_ninety_orders_and_none_comes_twice():
    orders = list(interleavings([writer(letter) for letter in "abc"], {"log": []}))
    assert len(orders) == math.factorial(6) // 8
    assert len(set(orders)) == len(orders)
    assert orders == sorted(orders)


def test_programs_of_one_step_have_as_many_orders_as_there_are_permutations():
    assert len(list(interleavings([steps(1)] * 4, None))) == math.factorial(4)


def test_programs_of_different_length():
    assert len(list(interleavings([steps(1), steps(3), steps(2)], {}))) == 60


def test_without_programs_there_is_one_order_in_which_nothing_happens():
    assert list(interleavings([], {})) == [()]


def test_a_program_whose_steps_depend_on_the_others():
    def guest(state):
        if state["open"]:
            yield
            yield

    def landlord(state):
        state["open"] = True
        yield

    orders = list(interleavings((guest, landlord), {"open": False}))
    # The guest who comes too early leaves at once; later he stays for two more steps.
    assert orders == [(0, 1, 1), (1, 0, 0, 0, 1), (1, 0, 0, 1, 0), (1, 0, 1, 0, 0), (1, 1, 0, 0, 0)]


def test_the_schedule_that_was_found_shows_the_loss_again():
    race = find_race((careless_add,) * 3, {"coins": 10}, lambda state: state["coins"] == 13)
    state = {"coins": 10}
    assert run(race, (careless_add,) * 3, state) == ()
    assert state["coins"] < 13


def test_a_state_of_lists_is_as_fresh_for_each_order():
    seen = []
    programs = (writer("a"), writer("b"))
    assert find_race(programs, {"log": []}, lambda state: seen.append(len(state["log"])) or True) is None
    assert seen == [4] * 6, "each order begins with an empty log, also inside the dictionary"


def test_the_initial_state_stays_as_it_was():
    initial = {"log": []}
    find_race((writer("a"), writer("b")), initial, lambda state: True)
    simplest_race((writer("a"), writer("b")), initial, lambda state: False)
    assert initial == {"log": []}


def test_the_search_ends_with_the_first_race():
    looked_at = []
    race = find_race([steps(2)] * 4, {}, lambda state: looked_at.append(1) and False)
    assert race == (0, 0, 1, 1, 2, 2, 3, 3)
    assert len(looked_at) == 1, "2,520 orders: nobody needs those behind the first race"


def test_orders_are_made_when_they_are_asked_for():
    # All of them would be 168,168,000.
    first, second = islice(interleavings([steps(3)] * 5, {}), 2)
    assert first == (0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4)
    assert second == (0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 3, 4, 4)


def test_without_a_race_there_is_nothing_to_tell():
    assert find_race((add, add), {"coins": 0}, lambda state: state["coins"] == 2) is None
    assert simplest_race((add, add), {"coins": 0}, lambda state: state["coins"] == 2) is None


def test_of_races_that_are_as_simple_the_first_is_told():
    race = simplest_race((careless_add,) * 3, {"coins": 0}, lambda state: state["coins"] == 3)
    assert race == (0, 0, 1, 2, 2, 1), "three changes of turn; (0, 0, 1, 2, 1, 2) has four"


def test_an_error_in_a_program_is_not_hidden():
    def breaks(state):
        yield
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(interleavings((breaks,), {}))


def test_your_add_takes_two_steps():
    assert run((0,), (add,), {"coins": 0}) == (0,), "add yields once"
    state = {"coins": 4}
    assert run((0, 0), (add,), state) == ()
    assert state == {"coins": 5}
