"""Counters, edges of life, the order of the old, and books that are right at any moment."""
from solution import Event, Generational, Incremental
from traffic import send

SURVIVORS = (
    "whoever survives is then in the generation after the one that was collected, also if it was younger"
    "; in generation 2 it stays there"
)
COUNTERS = "a collection counts for the generation after it, and sets the counters of all younger ones back to 0"


def fill(heap, names, lives_for=None):
    return [event for event in (heap.alloc(name, lives_for) for name in names) if event]


def test_death_comes_exactly_in_time():
    for lives_for, freed in ((2, 1), (3, 0)):
        heap = Generational(3, 9, 9)
        heap.alloc("a", lives_for=lives_for)
        assert fill(heap, "bc") == [Event(0, 3, freed)], "made at moment 1, so dead from moment 1 + lives_for on"


def test_survivors_of_survivors_stay_in_the_oldest():
    heap = Generational(1, 1, 1)
    events = fill(heap, "abcdefg")
    assert [event.generation for event in events] == [0, 1, 2, 0, 1, 2, 0], COUNTERS
    assert [event.visited for event in events] == [1, 2, 3, 1, 2, 6, 1], SURVIVORS


def test_a_middle_collection_leaves_the_oldest_alone():
    heap = Generational(1, 1, 2)
    events = fill(heap, "abcdefg")
    assert [event.generation for event in events] == [0, 1, 0, 1, 2, 0, 1], COUNTERS
    assert [event.visited for event in events] == [1, 2, 1, 2, 5, 1, 2], SURVIVORS


def test_the_largest_pause_is_that_of_a_full_collection():
    heap = Generational(2, 2, 2)
    fill(heap, [str(number) for number in range(30)])
    assert heap.pauses == [2, 2, 6, 2, 2, 6, 14, 2, 2, 6, 2, 2, 6, 28, 2], SURVIVORS


def test_what_died_old_waits_for_its_generation():
    heap = Generational(1, 2, 3)
    heap.alloc("old", lives_for=4)
    while heap.alloc("young", lives_for=0).generation != 1:
        pass
    still_there = []
    for _ in range(20):
        event = heap.alloc("young", lives_for=0)
        if event.generation == 2:
            break
        still_there.append("old" in heap.in_memory)
    assert event == Event(2, 2, 2)
    assert len(still_there) == 6 and all(still_there), "dead since moment 5, and nobody has looked"


def test_an_increment_is_never_larger_than_its_budget():
    heap = Incremental(5, budget=3)
    fill(heap, [str(number) for number in range(100)])
    assert heap.pauses == [5] + [8] * 19
    generous = Incremental(5, budget=1000)
    fill(generous, [str(number) for number in range(20)])
    assert generous.pauses == [5, 10, 15, 20], "there is no more than there is"


def test_a_budget_of_nothing_looks_at_the_young_alone():
    heap = Incremental(2, budget=0)
    fill(heap, "ab", lives_for=3)
    fill(heap, "cdefgh", lives_for=0)
    assert heap.pauses == [2, 2, 2, 2]
    assert heap.in_memory == {"a", "b"}


def test_nobody_is_forgotten():
    heap = Incremental(4, budget=3)
    for number in range(40):
        heap.alloc(f"old {number}", lives_for=45)
    for number in range(80):
        heap.alloc(f"young {number}", lives_for=0)
    assert heap.in_memory == set(), "every old one had its turn within two rounds"


def test_the_peak_is_the_highest_and_not_the_last():
    heap = Generational(4, 9, 9)
    fill(heap, "abc", lives_for=0)
    assert heap.peak_garbage == 3, "garbage counts before anybody looks for it"
    fill(heap, "d", lives_for=0)
    assert heap.peak_garbage == 4
    fill(heap, "ef")
    assert heap.peak_garbage == 4
    assert heap.in_memory == {"e", "f"}


def test_asking_changes_nothing():
    asked, quiet = Generational(3, 2, 2), Generational(3, 2, 2)
    for number in range(50):
        assert asked.alloc(str(number), number % 7) == quiet.alloc(str(number), number % 7)
        assert asked.peak_garbage >= 0 and len(asked.in_memory) >= 0
    assert asked.pauses == quiet.pauses
    assert asked.peak_garbage == quiet.peak_garbage
    fresh = Generational(3, 2, 2)
    assert (fresh.in_memory, fresh.pauses, fresh.peak_garbage) == (set(), [], 0), "heaps share nothing"


def test_a_larger_budget_buys_less_garbage_with_more_work():
    heaps = [send(Incremental(20, budget)) for budget in (10, 20, 40)]
    assert [max(heap.pauses) for heap in heaps] == [30, 40, 60]
    assert [sum(heap.pauses) for heap in heaps] == [2390, 3180, 4740]
    assert [heap.peak_garbage for heap in heaps] == [335, 201, 98]
