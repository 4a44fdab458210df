"""Three repairs, three habits, and the question who you are."""
from solution import first_line, habits, identify, is_complete, with_connection
from toy_pypy import Toy


def test_the_file_is_closed_when_the_line_is_there():
    toy = Toy(files={"prices.csv": "name,price\ntea,3\n"})
    assert first_line("prices.csv", toy.open) == "name,price"
    assert toy.open_files() == 0, "the file waits for a collector that has not come yet"


def test_one_connection_serves_many_jobs():
    toy = Toy(connections=1)
    answers = [with_connection(toy, lambda it: it.query("orders")) for _ in range(5)]
    assert answers == ["rows of orders"] * 5


def test_large_numbers_are_complete_as_well():
    assert is_complete(int("7"), int("7"))
    assert is_complete(int("1000"), int("1000")), (
        "two numbers of the same value need not be the same object"
    )
    assert not is_complete(999, 1000)


def test_an_unnamed_file_is_a_habit():
    source = "with open(p) as f:\n    a = f.read()\nb = open(p).read()\n"
    assert habits(source) == [(3, "closing")]


def test_identity_of_a_number_is_a_habit():
    assert habits("a = 1\nb = a is 1000\nc = a == 1000\n") == [(2, "identity")]


def test_none_is_one_object_everywhere():
    assert habits("a is None\na is not None\nNone is a\n") == []


def test_the_implementation_has_a_name():
    facts = {"implementation": "pypy", "platform": "linux", "version": "3.11.13"}
    assert identify(facts) == "pypy"
    assert identify({"implementation": "cpython", "version": "3.14.2"}) == "cpython"


def test_jython_is_known_by_its_platform():
    assert identify({"platform": "java11.0.2", "version": "2.7.3 (tags/v2.7.3)"}) == "jython"
