"""Pictures in a cache of a hundred bytes, and a clock that goes when we say so."""
from solution import Cache, Stats, cached


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_what_was_put_in_comes_out():
    cache = Cache(100)
    assert cache.put("cat", b"meow") is True
    assert cache.get("cat") == b"meow"
    assert cache.get("dog") is None
    assert cache.get("dog", "nothing") == "nothing"


def test_the_one_not_asked_for_longest_goes_first():
    cache = Cache(100)
    for name in ("cat", "dog", "owl"):
        cache.put(name, bytes(33))
    cache.get("cat")
    cache.put("fox", bytes(33))
    assert cache.get("cat") is not None, "somebody asked for it a moment ago"
    assert cache.get("dog") is None
    assert len(cache) == 3


def test_a_big_one_makes_several_small_ones_go():
    cache = Cache(100)
    for name in "abcdefghij":
        cache.put(name, bytes(10))
    cache.put("poster", bytes(75))
    assert cache.stats.bytes <= 100, "one eviction was not enough"
    assert cache.stats.evicted == 8
    assert [name for name in "abcdefghij" if cache.get(name)] == ["i", "j"], "no more than needed, oldest first"


def test_what_is_larger_than_the_budget_is_refused():
    cache = Cache(100)
    cache.put("cat", bytes(60))
    assert cache.put("mural", bytes(101)) is False
    assert cache.get("mural") is None
    assert cache.get("cat") is not None, "nobody had to go for somebody who could not come"


def test_an_entry_expires():
    clock = Clock()
    cache = Cache(100, ttl=60, clock=clock)
    cache.put("cat", b"meow")
    clock.now += 59.5
    assert cache.get("cat") == b"meow"
    clock.now += 0.5
    assert cache.get("cat") is None, "sixty seconds are over"


def test_hits_and_misses_are_counted():
    cache = Cache(100)
    cache.put("cat", bytes(40))
    for name in ("cat", "dog", "cat"):
        cache.get(name)
    assert cache.stats == Stats(hits=2, misses=1, evicted=0, bytes=40)


def test_a_cached_function_is_called_once():
    calls = []

    @cached(Cache(100))
    def resize(name, width=80):
        """Make a picture smaller."""
        calls.append((name, width))
        return bytes(width // 10)

    assert [len(resize("cat")), len(resize("cat")), len(resize("cat", width=200))] == [8, 8, 20]
    assert calls == [("cat", 80), ("cat", 200)]
    assert resize.__doc__ == "Make a picture smaller."
