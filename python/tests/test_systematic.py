"""Which plans are tried, told apart from any real thread."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable

import pytest

from interleave import Schedule
from kernel.threads.record import GreenThread
from kernel.threads.systematic import Frontier, Planned


def run_two(plan: Planned, steps: int) -> str:
    """Two threads of so many steps each, with a chance to switch after every one."""
    threads = {"a": GreenThread(1), "b": GreenThread(2)}
    names = {thread.ident: name for name, thread in threads.items()}
    left = dict.fromkeys(threads, steps)
    ready = deque(threads.values())
    done = ""
    while ready:
        current = plan.choose(ready)
        name = names[current.ident]
        while left[name]:
            left[name] -= 1
            done += name
            if left[name] and plan.is_turn_over(len(ready)):
                ready.append(current)
                break
    return done


def explore(preemptions: int, most: int, seen: Callable[[Planned], object]) -> Frontier:
    frontier = Frontier(preemptions, most)
    while (plan := frontier.take()) is not None:
        seen(plan)
        frontier.add_beyond(plan)
    return frontier


def preemptions_in(done: str) -> int:
    """How often the turn was taken from a thread that had not done all of its steps."""
    return sum(
        left != right and left in done[index + 1 :]
        for index, (left, right) in enumerate(itertools.pairwise(done))
    )


@pytest.mark.parametrize("preemptions", range(5))
def test_every_interleaving_within_the_bound_comes_once(preemptions: int) -> None:
    seen: list[str] = []
    frontier = explore(preemptions, 1000, lambda plan: seen.append(run_two(plan, 3)))
    mixed = {"".join(order) for order in itertools.permutations("aaabbb")}
    assert sorted(seen) == sorted(done for done in mixed if preemptions_in(done) <= preemptions)
    assert frontier.taken == len(seen)
    assert not frontier.is_cut


def test_fewest_preemptions_come_first() -> None:
    seen: list[int] = []
    explore(2, 1000, lambda plan: seen.append(preemptions_in(run_two(plan, 4))))
    assert seen == sorted(seen)
    assert set(seen) == {0, 1, 2}


def test_a_plan_repeats_its_run() -> None:
    runs: dict[str, str] = {}
    explore(
        2, 1000, lambda plan: runs.update({Schedule.of(plan.deviations).text: run_two(plan, 4)})
    )
    assert len(runs) > 20
    for text, done in runs.items():
        assert run_two(Planned(Schedule(text).deviations()), 4) == done


def test_most_ends_it_and_says_so() -> None:
    frontier = explore(2, 5, lambda plan: run_two(plan, 4))
    assert frontier.taken == 5
    assert frontier.is_cut


def test_exactly_most_is_not_cut() -> None:
    frontier = explore(0, 2, lambda plan: run_two(plan, 3))
    assert (frontier.taken, frontier.is_cut) == (2, False)


def test_a_plan_may_ask_for_more_than_there_is() -> None:
    assert sorted(run_two(Planned(((0, 9), (3, 7), (99, 1))), 3)) == list("aaabbb")
