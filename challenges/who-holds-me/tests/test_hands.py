"""A shop with sessions that should be gone."""
from solution import hands, why_alive


class Session:
    pass


class User:
    def __init__(self, session):
        self.session = session


class Badge:
    __slots__ = ("owner", "number")

    def __init__(self, owner):
        self.owner = owner


def test_containers_have_hands():
    session = Session()
    assert list(hands({"u7": session, 8: None})) == [("['u7']", session), ("[8]", None)]
    assert list(hands([None, session])) == [("[0]", None), ("[1]", session)]
    assert list(hands((session,))) == [("[0]", session)]
    assert list(hands({session})) == [("<member>", session)]


def test_attributes_are_hands():
    session = Session()
    assert list(hands(User(session))) == [(".session", session)]


def test_slots_are_hands():
    session = Session()
    assert list(hands(Badge(session))) == [(".owner", session)], "number was never set, so it holds nothing"


def test_functions_hold_what_they_close_over():
    session = Session()

    def when_paid():
        return session

    assert list(hands(when_paid)) == [("<session>", session)]
    del session
    assert list(hands(when_paid)) == [], "the variable has no value any more, so nothing is held"


def test_a_chain_leads_from_a_name_to_the_object():
    session = Session()
    roots = {"orders": [1, 2], "cache": {"u7": User(session)}}
    assert why_alive(session, roots) == ["cache", "['u7']", ".session"]


def test_a_root_may_be_the_object_itself():
    session = Session()
    assert why_alive(session, {"current": session}) == ["current"]


def test_the_shortest_chain_wins():
    session = Session()
    roots = {"history": [[[session]]], "handlers": {"paid": [session]}, "archive": ([[session]],)}
    assert why_alive(session, roots) == ["handlers", "['paid']", "[0]"], "there is a chain with fewer steps"


def test_nobody_holds_it():
    assert why_alive(Session(), {"cache": {"u7": User(Session())}}) is None


def test_rings_have_an_end():
    session = Session()
    user = User(None)
    user.friends = [user]
    user.friends.append(user.friends)
    assert why_alive(session, {"user": user}) is None
    user.friends.append(session)
    assert why_alive(session, {"user": user}) == ["user", ".friends", "[2]"]
