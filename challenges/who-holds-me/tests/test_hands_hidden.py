"""Liars, secretive attributes, inherited slots, long chains, and a detective who leaves no trace."""
import gc
import weakref

from solution import hands, why_alive


class Session:
    pass


def test_looking_runs_nobodys_code():
    calls = []

    class Touchy:
        def __init__(self, session):
            self.kept = session

        @property
        def total(self):
            calls.append("total")

        def __getattr__(self, name):
            calls.append(name)
            raise AttributeError(name)

    session = Session()
    assert ["touchy", ".kept"] == why_alive(session, {"touchy": Touchy(session)})
    assert calls == [], "a property or __getattr__ was called: it may open a connection, or change what you look at"


def test_equal_is_not_the_same():
    class Agreeable:
        def __eq__(self, other):
            return True

        __hash__ = object.__hash__

    session = Session()
    roots = {"yes": [Agreeable(), Agreeable()], "cache": {"u7": [session]}}
    assert why_alive(session, roots) == ["cache", "['u7']", "[0]"]


def test_slots_are_inherited_and_may_be_named_in_any_way():
    class Base:
        __slots__ = "owner"

    class Middle(Base):
        __slots__ = ()

    class Card(Middle):
        __slots__ = ["__secret"]

        def hide(self, thing):
            self.__secret = thing

    session, other = Session(), Session()
    card = Card()
    card.owner = session
    card.hide(other)
    assert why_alive(session, {"card": card}) == ["card", ".owner"]
    assert why_alive(other, {"card": card}) == ["card", "._Card__secret"], "where Python really stores it"


def test_a_method_holds_its_object():
    session = Session()

    class Mailer:
        def __init__(self):
            self.session = session

        def send(self): ...

    roots = {"callbacks": [print, Mailer().send]}
    assert why_alive(session, roots) == ["callbacks", "[1]", ".__self__", ".session"]


def test_everything_may_have_attributes():
    session = Session()

    class Basket(list):
        pass

    class Registry:
        entries = [session]

    def remember(): ...

    remember.memo = {1: session}
    basket = Basket()
    basket.owner = session
    assert why_alive(session, {"basket": basket}) == ["basket", ".owner"]
    assert why_alive(session, {"Registry": Registry}) == ["Registry", ".entries", "[0]"]
    assert why_alive(session, {"remember": remember}) == ["remember", ".memo", "[1]"]


def test_of_equally_short_chains_the_first_root_wins():
    session = Session()
    roots = {"b": {"x": 0, "y": session, "z": session}, "a": [session]}
    assert why_alive(session, roots) == ["b", "['y']"]


def test_the_limit_counts_the_steps_after_the_root():
    session = Session()
    roots = {"nest": [[[session]]]}
    assert why_alive(session, roots, max_depth=3) == ["nest", "[0]", "[0]", "[0]"]
    assert why_alive(session, roots, max_depth=2) is None
    assert why_alive(session, {"it": session}, max_depth=0) == ["it"]
    assert why_alive(session, {"ten": [[[[[[[[[[session]]]]]]]]]]}), "ten steps, if nothing else is said"
    assert why_alive(session, {"eleven": [[[[[[[[[[[session]]]]]]]]]]]}) is None


class Link:
    def __init__(self, next):
        self.next = next


def test_a_long_chain_is_no_problem():
    session = thing = Session()
    for _ in range(2500):
        thing = Link(thing)
    try:
        chain = why_alive(session, {"deep": thing}, max_depth=3000)
    finally:
        while isinstance(thing, Link):
            thing = thing.next
    assert chain == ["deep"] + [".next"] * 2500


def test_many_ways_to_one_thing_are_walked_once():
    looked = 0

    class Key:
        def __repr__(self):
            nonlocal looked
            looked += 1
            return "key"

    thing = {Key(): None}
    for _ in range(8):
        thing = [thing, thing, thing]
    assert why_alive(Session(), {"maze": thing}) is None
    assert looked <= 10, f"there are 6561 ways to the dictionary, and you looked into it {looked} times"


def test_weak_hands_hold_nothing():
    session = Session()
    roots = {"ref": weakref.ref(session), "known": weakref.WeakValueDictionary({"u7": session})}
    assert why_alive(session, roots) is None


def test_the_detective_holds_nobody():
    session = Session()
    witness = weakref.ref(session)
    roots = {"cache": {"u7": [session]}}
    chain = why_alive(session, roots)
    assert why_alive(session, roots) == chain == ["cache", "['u7']", "[0]"], "each search begins anew"
    roots.clear()
    del session
    gc.collect()
    assert witness() is None, "the session is gone from the cache, and your search still holds it"
