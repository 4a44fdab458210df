"""Growth that goes on is a leak; growth that happened once is not."""
from solution import hunt

HERE = __file__


def test_a_step_that_keeps_nothing_is_clean():
    assert hunt(lambda: [bytes(1000) for _ in range(10)], only=HERE) == []


def test_the_leaking_line_is_named():
    kept = []

    def step():
        kept.append(bytes(5000))

    leaks = hunt(step, only=HERE)
    assert leaks, "5,000 bytes were kept in every round, and nothing was reported"
    assert leaks[0][:2] == (HERE, step.__code__.co_firstlineno + 1)


def test_the_growth_of_all_rounds_is_added_up():
    kept = []
    leaks = hunt(lambda: kept.append(bytes(5000)), rounds=5, only=HERE)
    assert leaks, "5,000 bytes were kept in each of five rounds, and nothing was reported"
    assert 25_000 <= leaks[0][2] < 27_000, (
        f"five rounds of 5,000 bytes, and the report says {leaks[0][2]}"
    )


def test_the_biggest_leak_comes_first():
    small, big = [], []

    def step():
        small.append(bytes(1000))
        big.append(bytes(9000))

    first = step.__code__.co_firstlineno
    assert [leak[1] for leak in hunt(step, only=HERE)[:2]] == [first + 2, first + 1]


def test_growing_once_is_no_leak():
    cache = {}

    def step():
        cache.setdefault("page", bytes(50_000))

    assert hunt(step, only=HERE, warmup=0) == [], (
        "the first round filled a cache; the others added nothing"
    )


def test_the_warm_up_comes_on_top_of_the_rounds():
    calls = []
    hunt(lambda: calls.append(1), rounds=3, warmup=4)
    assert len(calls) == 7
