"""Every order in which two programs can go."""

from programs import careless_add, writer

from solution import add, find_race, interleavings, run, simplest_race

a, b = writer("a"), writer("b")


def two_coins(state):
    return state["coins"] == 2


def test_a_run_takes_the_steps_in_the_order_of_the_schedule():
    state = {"log": []}
    run((0, 1, 1, 0), (a, b), state)
    assert state["log"] == ["a1", "b1", "b2", "a2"], "one step goes up to the next yield"


def test_a_run_tells_who_has_not_ended():
    assert run((), (a, b), {"log": []}) == (0, 1)
    assert run((1, 1), (a, b), {"log": []}) == (0,)
    assert run((0,), (a, b), {"log": []}) == (0, 1), "a program that waits at its yield has a step left"
    assert run((0, 1, 0, 1), (a, b), {"log": []}) == ()


def test_two_programs_of_two_steps_have_six_orders():
    assert list(interleavings((a, b), {"log": []})) == [
        (0, 0, 1, 1),
        (0, 1, 0, 1),
        (0, 1, 1, 0),
        (1, 0, 0, 1),
        (1, 0, 1, 0),
        (1, 1, 0, 0),
    ]


def test_the_lost_coin_is_found():
    assert find_race((careless_add, careless_add), {"coins": 0}, two_coins) == (0, 1, 0, 1)


def test_your_add_loses_no_coin():
    race = find_race((add, add, add), {"coins": 0}, lambda state: state["coins"] == 3)
    assert race is None, f"in the order {race} a coin is lost: what may happen at your yield?"


def test_the_simplest_race_changes_turns_least():
    def ok(state):
        return state["log"][0] != "a1" or state["log"][-1] != "a2"

    race = simplest_race((a, b), {"log": []}, ok)
    assert race == (0, 1, 1, 0), "b goes between the two steps of a; with fewer changes of turn it cannot"
