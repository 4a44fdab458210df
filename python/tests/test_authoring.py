"""What the author's tool asks of a challenge's code."""

from __future__ import annotations

import pytest

from authoring.mutations import make_mutations
from authoring.names import defined_names, find_strangers


def strangers(starter: str, test: str) -> list[tuple[int, str]]:
    found = find_strangers({"solution.py": starter}, {"tests/test_a.py": test})
    return [(stranger.line, stranger.name) for stranger in found]


@pytest.mark.parametrize(
    "test",
    [
        "from solution import pick, deep",
        "import solution\nsolution.deep()",
        "import solution as s\ndef test(): assert s.deep() == s.pick",
        "def test():\n    from solution import deep as d",
    ],
)
def test_a_name_that_the_starter_lacks_is_found(test: str) -> None:
    assert [name for _, name in strangers("def pick(): ...", test)] == ["deep"]


@pytest.mark.parametrize(
    "test",
    [
        "from solution import *",
        "import solution\nsolution.__file__",
        "import solution\nsolution.clock = 1",
        "import solution\ndef test(solution): solution.deep",
        "from elsewhere import deep",
        "from solution import",
    ],
)
def test_what_takes_nothing_unknown_is_left_alone(test: str) -> None:
    assert strangers("def pick(): ...", test) == []


def test_names_come_from_everything_that_runs_at_import() -> None:
    source = (
        "import os.path, json as j\nfrom a import b as c\nx, (y, *z) = 1, (2, 3)\n"
        "for i in (): pass\nclass K:\n    inner = 1\ndef f():\n    global g\n    local = 1\n"
        "if (w := 1): v: int = 2\ntry: pass\nexcept E as e: pass\n"
    )
    assert defined_names(source) == set("jcxyziKfgwve") | {"os"}


@pytest.mark.parametrize(
    "source", ["from x import *", "def __getattr__(name): ...", "def broken(:"]
)
def test_a_starter_whose_names_cannot_be_read_says_nothing(source: str) -> None:
    assert strangers(source, "from solution import anything") == []


def test_modules_of_a_package_are_known_by_their_whole_name() -> None:
    starters = {"shop/cart.py": "def add(): ...", "shop/__init__.py": ""}
    tests = {"t.py": "from shop import cart\nfrom shop.cart import add, drop\ncart.drop\ncart.add"}
    found = find_strangers(starters, tests)
    assert [(it.module, it.name, it.line) for it in found] == [("shop.cart", "drop", 2)]


def changes(source: str) -> set[tuple[str, str]]:
    return {(mutation.before, mutation.after) for mutation in make_mutations(source)}


@pytest.mark.parametrize(
    ("source", "before", "after"),
    [
        ("x = a < b", "a < b", "a <= b"),
        ("x = a in b", "a in b", "a not in b"),
        ("x = a + b", "a + b", "a - b"),
        ("x = a and b", "a and b", "a or b"),
        ("x = not a", "not a", "a"),
        ("x = [1][0]", "0", "1"),
        ("x = True", "True", "False"),
        ("x -= 2", "x -= 2", "x += 2"),
        ("x -= 2", "x -= 2", "pass"),
        ("self.x = f()", "self.x = f()", "pass"),
        ("gc.enable()", "gc.enable()", "pass"),
        ("def f():\n    return 1 + x", "return 1 + x", "return None"),
        ("if a:\n    b()\nelse:\n    c()", "a", "not a"),
        ("while True:\n    break", "break", "continue"),
        ("with lock:\n    f()", "with lock: …", "if True: …"),
        ("try:\n    f()\nfinally:\n    g()", "try: … finally: …", "try: … without its finally"),
    ],
)
def test_a_small_mistake_is_made(source: str, before: str, after: str) -> None:
    assert (before, after) in changes(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""\n',
        "def f(x: Literal[1]) -> Literal[2]: ...",
        'if __name__ == "__main__":\n    main(1)\n',
        "if TYPE_CHECKING:\n    import a\n",
        "def f():\n    return None\n",
        "x = 'words'\n",
    ],
)
def test_what_is_no_behaviour_is_left_alone(source: str) -> None:
    assert changes(source) == set()


def test_only_the_changed_code_is_written_anew() -> None:
    source = "# é first\nx = f(  a<b, 'ü' )  # kept\ny = 1\n"
    (first, *_) = make_mutations(source)
    assert first.line == 2
    assert first.source == "# é first\nx = f(  (a <= b), 'ü' )  # kept\ny = 1\n"


def test_a_block_keeps_its_indentation() -> None:
    source = "def f():\n    with lock:\n        g()\n        h()\n    return 1\n"
    made = {mutation.after: mutation.source for mutation in make_mutations(source)}
    expected = "def f():\n    if True:\n        g()\n        h()\n    return 1\n"
    assert made["if True: …"] == expected


def test_no_two_mistakes_are_the_same() -> None:
    made = [m.source for m in make_mutations("def f(a):\n    if not a:\n        return a - 1\n")]
    assert len(made) == len(set(made))
