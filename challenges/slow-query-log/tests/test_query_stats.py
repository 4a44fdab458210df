"""These tests are shown to the learner."""
import pytest
from models import Base, Loan, Member
from solution import QueryStats, fingerprint
from sqlalchemy import create_engine, event, select, text
from sqlalchemy.orm import Session


class Clock:
    """Stands still until a query spends some of its time."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now

    def spend(self, seconds):
        self.now += seconds
        return seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def engine(clock):
    """A library with three members and five loans, whose SQL has a function spend(seconds)."""
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda connection, record: connection.create_function("spend", 1, clock.spend))
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all(Member(id=number, name=f"member {number}") for number in (1, 2, 3))
        session.add_all(Loan(id=number, title=f"book {number}", member_id=number % 3 + 1) for number in range(5))
        session.commit()
    yield engine
    engine.dispose()


@pytest.fixture
def stats(engine, clock):
    stats = QueryStats(clock)
    stats.attach(engine)
    return stats


def ask(engine, *statements):
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement)).all()


def test_values_do_not_make_another_query():
    shapes = {
        fingerprint("select * from loans where id = 7 and price < 2.5"),
        fingerprint("select * from loans where id = 4711 and price < 10"),
    }
    assert shapes == {"select * from loans where id = ? and price < ?"}
    assert fingerprint("select id from loans where title = 'It''s 5 o''clock'") == (
        "select id from loans where title = ?"
    ), "a doubled quote belongs to the text"


def test_a_list_may_have_any_length():
    shapes = {fingerprint(f"select a from t where id in ({values})") for values in ("1", "1, 2", "?,?,?", "'a', 'b'")}
    assert shapes == {"select a from t where id in (?)"}


def test_case_and_line_breaks_do_not_matter():
    assert fingerprint("SELECT  a,\n\tb\nFROM t\n") == "select a, b from t"


def test_each_shape_has_its_count_its_total_and_its_worst(engine, stats):
    ask(engine, "select spend(1)", "select spend(4)", "select spend(2)")
    [entry] = stats.top(5)
    assert (entry.fingerprint, entry.count, entry.total, entry.worst) == ("select spend(?)", 3, 7.0, 4.0)


def test_the_most_expensive_stands_on_top_and_not_the_slowest(engine, stats):
    ask(engine, "select spend(11) as report")
    ask(engine, *["select spend(0.5) as badge"] * 40)
    assert [entry.fingerprint for entry in stats.top(2)] == ["select spend(?) as badge", "select spend(?) as report"], (
        "forty times half a second are twenty seconds; the slowest query took eleven"
    )


def test_a_query_inside_a_query_does_not_disturb_its_watch(engine, stats, clock):
    other = create_engine("sqlite://")
    event.listen(other, "connect", lambda connection, record: connection.create_function("spend", 1, clock.spend))
    stats.attach(other)

    def look_up(seconds):
        clock.spend(4)
        ask(other, f"select spend({seconds}) as inner_one")
        return clock.spend(4)

    with engine.connect() as connection:
        connection.connection.dbapi_connection.create_function("look_up", 1, look_up)
        connection.execute(text("select look_up(2) as outer_one")).all()
    other.dispose()
    totals = {entry.fingerprint: entry.total for entry in stats.top(5)}
    assert totals == {"select look_up(?) as outer_one": 10.0, "select spend(?) as inner_one": 2.0}, (
        "the outer query began before the inner one: each needs a start of its own"
    )


def test_the_line_that_sends_too_much_is_named(engine, stats):
    def titles(session):
        found = []
        for member in session.scalars(select(Member)):
            found.append([loan.title for loan in member.loans])
        return found

    with Session(engine) as session:
        titles(session)
    [(place, shape, count)] = stats.repeated(3)
    assert place == f"test_query_stats.py:{titles.__code__.co_firstlineno + 3}", (
        f"the dot in `member.loans` is the query, and you named {place}"
    )
    assert (shape.startswith("select loans.id"), count) == (True, 3)
