"""Small heaps that can be followed by hand, and one day of traffic for both."""
from solution import Event, Generational, Incremental
from traffic import send


def fill(heap, names, lives_for=None):
    """Allocate one object for each letter; return the collections that happened."""
    return [event for event in (heap.alloc(name, lives_for) for name in names) if event]


def test_every_t0_allocations_there_is_a_collection():
    for heap in (Generational(3, 9, 9), Incremental(3, 9)):
        answers = [heap.alloc(name) is not None for name in "abcdefg"]
        assert answers == [False, False, True, False, False, True, False]


def test_the_dead_are_freed_and_the_living_stay():
    for heap in (Generational(4, 9, 9), Incremental(4, 9)):
        heap.alloc("a", lives_for=1)
        heap.alloc("b", lives_for=10)
        heap.alloc("c")
        event = heap.alloc("d", lives_for=0)
        assert (event.visited, event.freed) == (4, 2), "a died when b was made, d at once"
        assert heap.in_memory == {"b", "c"}


def test_survivors_of_the_young_are_left_in_peace():
    heap = Generational(3, 9, 9)
    fill(heap, "abc")
    assert fill(heap, "def", lives_for=0) == [Event(0, 3, 3)], "a, b and c moved up and were not looked at"
    assert heap.in_memory == set("abc")


def test_the_counters_decide_how_far_a_collection_goes():
    heap = Generational(1, 2, 2)
    generations = [event.generation for event in fill(heap, "abcdefghijklmno")]
    assert generations == [0, 0, 1, 0, 0, 1, 2, 0, 0, 1, 0, 0, 1, 2, 0], (
        "a collection counts for the generation after it, and sets the counters of all younger ones back to 0"
    )


def test_an_older_generation_is_collected_with_all_that_are_younger():
    heap = Generational(1, 2, 9)
    events = fill(heap, "ab", lives_for=2) + fill(heap, "c", lives_for=0)
    assert events == [Event(0, 1, 0), Event(0, 1, 0), Event(1, 3, 2)], "a is dead by now, b lives one moment more"
    assert heap.in_memory == {"b"}


def test_an_increment_takes_all_of_the_young_and_some_of_the_old():
    heap = Incremental(3, budget=2)
    assert fill(heap, "abc") == [Event(1, 3, 0)]
    assert fill(heap, "def") == [Event(1, 5, 0)], "three young ones, and two of the three old ones"
    assert fill(heap, "ghi") == [Event(1, 5, 0)]


def test_who_waited_longest_is_next():
    heap = Incremental(2, budget=1)
    heap.alloc("a", lives_for=4)
    heap.alloc("b", lives_for=3)
    freed = []
    for names in ("cd", "ef", "gh"):
        before = heap.in_memory
        fill(heap, names)
        freed.append(before - heap.in_memory)
    assert freed == [set(), {"b"}, {"a"}], "a's turn, who still lives; b's turn; a's second turn comes before c's first"


def test_a_threshold_of_zero_switches_it_off():
    for heap in (Generational(0, 1, 1), Incremental(0, 1)):
        assert fill(heap, "abcdefgh", lives_for=0) == []
        assert (heap.pauses, len(heap.in_memory)) == ([], 8)


def test_short_pauses_are_paid_for_with_garbage():
    seldom, little = send(Generational(20, 5, 5)), send(Incremental(20, 10))
    assert max(seldom.pauses) == 491, (
        "whoever survives is then in the generation after the one that was collected, also if it was younger"
    )
    assert max(little.pauses) == 30
    assert seldom.peak_garbage == 104
    assert little.peak_garbage == 335
