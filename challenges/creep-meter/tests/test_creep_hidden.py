"""Run on submit; the learner sees the names and messages, not the code."""
import pytest
from solution import TOP, cut_points, infected


def test_functions_that_call_each_other_come_to_an_end():
    source = """
def even(n):
    return n == 0 or odd(n - 1)
def odd(n):
    return n == 1 or even(n - 1)
def main():
    return even(4)
"""
    try:
        assert infected(source, ["odd"]) == {"even", "odd", "main"}
    except RecursionError:
        pytest.fail("even and odd call each other: remember where you have been")


def test_several_seeds_spread_together():
    source = "def a(): ...\ndef b(): ...\ndef c():\n    a()\ndef d():\n    b()\n"
    assert infected(source, ["a", "b"]) == {"a", "b", "c", "d"}
    assert infected(source, []) == set()


def test_a_seed_that_is_not_there_is_refused_by_name():
    with pytest.raises(ValueError, match="fetsh"):
        infected("def fetch(): ...\n", ["fetsh"])
    with pytest.raises(ValueError, match="get"):
        cut_points("class Client:\n    def get(self): ...\n", ["get"])


def test_naming_a_function_is_not_calling_it():
    source = "def fetch(): ...\ndef plan():\n    submit(fetch)\n    # fetch()\n    return 'fetch()'\n"
    assert infected(source, ["fetch"]) == {"fetch"}


def test_what_an_inner_function_calls_is_its_own_business():
    source = """
def fetch(): ...
def outer():
    def inner():
        return fetch()
    return inner
def caller():
    def inner():
        return fetch()
    return inner()
"""
    assert infected(source, ["fetch"]) == {"fetch", "outer.inner", "caller.inner", "caller"}, (
        "outer only hands its inner function out, caller calls it"
    )


def test_an_inner_function_hides_one_of_the_same_name():
    source = """
def fetch(): ...
def offline():
    def fetch():
        return "cached"
    return fetch()
"""
    assert infected(source, ["fetch"]) == {"fetch"}
    assert infected(source, ["offline.fetch"]) == {"offline.fetch", "offline"}


def test_a_parameter_hides_a_function():
    source = """
def fetch(): ...
def run(fetch):
    def again():
        return fetch()
    return again()
def run_named(*, fetch=None):
    return fetch()
"""
    assert infected(source, ["fetch"]) == {"fetch"}, "this fetch is whatever the caller hands over"


def test_methods_are_not_found_without_self():
    source = """
def get(): ...
class Client:
    def get(self):
        return get()
    def both(self):
        return get(), self.get()
"""
    assert infected(source, ["Client.get"]) == {"Client.get", "Client.both"}
    assert infected(source, ["get"]) == {"get", "Client.get", "Client.both"}, (
        "inside of Client.get the plain name get means the function of the module"
    )


def test_other_objects_are_not_followed():
    source = """
class Client:
    def get(self): ...
def page(client):
    return client.get(), cache.self.get(), get()
"""
    assert infected(source, ["Client.get"]) == {"Client.get"}


def test_calls_are_found_in_all_places():
    source = """
def fetch(): ...
class Client:
    @classmethod
    def make(cls):
        return cls.check([fetch() for _ in range(3)])
    @classmethod
    def check(cls, pages):
        def inner():
            return cls.make()
        return inner()
"""
    assert infected(source, ["fetch"]) == {"fetch", "Client.make", "Client.check", "Client.check.inner"}


def test_the_code_outside_of_functions_can_be_infected():
    source = """
def fetch(): ...
CONFIG = fetch()
"""
    assert infected(source, ["fetch"]) == {"fetch", TOP}
    assert cut_points(source, ["fetch"]) == [(TOP, 1)]


def test_defaults_decorators_and_class_bodies_run_outside():
    source = """
def fetch(): ...
def first(page=fetch()):
    class Page:
        def show(self): ...
def second():
    class Page:
        text = fetch()
def third():
    @register(fetch())
    def show(): ...
def fourth():
    @register(fetch())
    class Page: ...
def fifth():
    return lambda: first()
"""
    assert infected(source, ["fetch"]) == {"fetch", TOP, "second", "third", "fourth"}
    assert infected(source, ["first"]) == {"first"}, "what a lambda calls is not counted"


def test_the_door_is_for_the_call_that_stands_in_it():
    source = """
import asyncio
def fetch(): ...
def url(): ...
def page():
    return asyncio.run(fetch(url()))
"""
    assert infected(source, ["fetch"]) == {"fetch"}
    assert infected(source, ["url"]) == {"url", "page"}, "url() is called before the loop runs: nobody awaits it there"
