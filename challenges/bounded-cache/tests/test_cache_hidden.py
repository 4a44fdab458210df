"""Overwriting, nothing as a value, values that grow, and functions that fail."""
import weakref

import pytest

from solution import Cache, cached


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_overwriting_counts_the_new_size_alone():
    cache = Cache(100)
    for size in (90, 20, 70):
        cache.put("cat", bytes(size))
    assert (cache.stats.bytes, len(cache)) == (70, 1)


def test_overwriting_sends_nobody_else_away():
    cache = Cache(100)
    cache.put("dog", bytes(40))
    cache.put("cat", bytes(50))
    cache.put("cat", bytes(60))
    assert cache.get("dog") is not None, "without the old cat there is room for the new one"
    assert cache.stats.evicted == 0


def test_overwriting_is_a_use():
    cache = Cache(100)
    cache.put("cat", bytes(40))
    cache.put("dog", bytes(40))
    cache.put("cat", bytes(41))
    cache.put("owl", bytes(40))
    assert cache.get("cat") is not None
    assert cache.get("dog") is None


def test_a_refused_value_leaves_no_old_one_behind():
    cache = Cache(100)
    cache.put("cat", b"last year's cat")
    cache.put("cat", bytes(500))
    assert cache.get("cat") is None, "the cat has changed: what is remembered is wrong now"
    assert cache.stats.bytes == 0


def test_what_fills_the_budget_exactly_has_room():
    cache = Cache(100)
    assert cache.put("cat", bytes(60)) and cache.put("dog", bytes(40))
    assert cache.stats.evicted == 0
    assert cache.put("panorama", bytes(100)) is True
    assert len(cache) == 1


def test_reading_makes_nothing_younger():
    clock = Clock()
    cache = Cache(100, ttl=10, clock=clock)
    cache.put("price", b"4.99")
    for _ in range(4):
        clock.now += 3
        found = cache.get("price")
    assert found is None, "a price that everybody asks for must not stay for ever"


def test_putting_makes_it_younger():
    clock = Clock()
    cache = Cache(100, ttl=10, clock=clock)
    cache.put("price", b"4.99")
    clock.now += 9
    cache.put("price", b"5.99")
    clock.now += 9
    assert cache.get("price") == b"5.99"


def test_what_has_expired_makes_room_before_the_living():
    clock = Clock()
    cache = Cache(100, ttl=10, clock=clock)
    cache.put("old", bytes(50))
    clock.now += 6
    cache.put("young", bytes(50))
    cache.get("old")
    clock.now += 6
    cache.put("new", bytes(50))
    assert cache.get("young") is not None, "an entry that nobody may have any more took the place of a good one"
    assert cache.stats.evicted == 0
    clock.now += 12
    assert cache.stats.bytes == 0, "what is out of date counts no more"
    assert len(cache) == 0


def test_the_size_is_that_of_the_moment_it_came_in():
    cache = Cache(100)
    basket = ["apple"] * 30
    cache.put("basket", basket)
    basket.extend(["pear"] * 50)
    cache.put("other", ["plum"] * 80)
    assert cache.stats.bytes == 80, "the basket came in with 30 and has to go with 30"


def test_evicted_values_are_let_go():
    class Picture(bytearray):
        pass

    cache = Cache(100)
    picture = Picture(70)
    witness = weakref.ref(picture)
    cache.put("cat", picture)
    del picture
    cache.put("dog", bytes(70))
    assert witness() is None


def test_none_is_a_value():
    calls = []
    cache = Cache(100, sizeof=lambda value: 1)

    @cached(cache)
    def find(name):
        calls.append(name)

    assert (find("yeti"), find("yeti")) == (None, None)
    assert calls == ["yeti"], "that there is no yeti was known after the first time"
    cache.put("empty", None)
    assert cache.get("empty", "nothing remembered") is None


def test_an_error_is_not_remembered():
    answers = [OSError("network"), b"meow"]

    @cached(Cache(100))
    def fetch(name):
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(OSError):
        fetch("cat")
    assert fetch("cat") == b"meow"


def test_functions_may_share_a_cache():
    cache = Cache(100)

    @cached(cache)
    def upper(text, *, end="", mark=""):
        return text.upper() + end + mark

    @cached(cache)
    def title(text):
        return text.title()

    assert (upper("cat"), title("cat")) == ("CAT", "Cat"), "each function has its own answers"
    assert upper("cat", end="!", mark="?") == upper("cat", mark="?", end="!") == "CAT!?"
    assert upper("cat", end="?") == "CAT?"
    assert len(cache) == 4, "in which order keywords are written makes no difference"

    @cached(Cache(100))
    def frame(picture="none", width=80):
        return f"{picture} in {width}"

    assert frame(width=8) == "none in 8"
    assert frame(("width", 8)) == "('width', 8) in 80", (
        "frame(width=8) was called before, and that is another call: the two share an entry"
    )
