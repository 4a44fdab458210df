"""Run on submit; the learner sees the names and messages, not the code."""
import pytest
from models import Base, Member
from solution import QueryStats, fingerprint
from sqlalchemy import create_engine, event, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session


class Clock:
    """Stands still until a query spends some of its time."""

    def __init__(self):
        self.now, self.looks = 0.0, 0

    def __call__(self):
        self.looks += 1
        return self.now

    def spend(self, seconds):
        self.now += seconds
        return seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def engine(clock):
    """An empty library, whose SQL has a function spend(seconds)."""
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda connection, record: connection.create_function("spend", 1, clock.spend))
    Base.metadata.create_all(engine)
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


def fail(engine, statement):
    with engine.connect() as connection:
        connection.execute(text(statement)).all()


def test_digits_of_a_name_are_no_number():
    assert fingerprint("select address2, t1.x from t1 where v2_id = 3") == "select address2, t1.x from t1 where v2_id = ?"


def test_a_text_may_look_like_anything():
    assert fingerprint("select 'x in (1, 2)', '', 'it''s  A', 'b' from t") == "select ?, ?, ?, ? from t"


def test_only_lists_after_in_are_shortened():
    assert fingerprint("insert into t values (1, 2)") == "insert into t values (?, ?)"
    assert fingerprint("select min(1, 2) from t") == "select min(?, ?) from t", "the name min ends with in"
    assert fingerprint("select a from t where x NOT IN (1,2) and y in ( ?, ? )") == (
        "select a from t where x not in (?) and y in (?)"
    )
    assert fingerprint("select a from t where x in (select id from u where z = 1)") == (
        "select a from t where x in (select id from u where z = ?)"
    )


def test_what_sqlalchemy_makes_of_a_list_is_one_query(engine, stats):
    with Session(engine) as session:
        for ids in ([1], [1, 2, 3], [4, 5]):
            session.scalars(select(Member).where(Member.id.in_(ids))).all()
    assert [entry.count for entry in stats.top(5)] == [3], [entry.fingerprint for entry in stats.top(5)]


def test_an_audit_trail_on_the_same_connection_does_not_disturb_the_watch(engine, stats, clock):
    @event.listens_for(engine, "before_cursor_execute")
    def audit(conn, cursor, statement, parameters, context, executemany):
        if "audit" not in statement:
            clock.spend(3)
            conn.exec_driver_sql("select spend(1) as audit").all()

    ask(engine, "select spend(6) as work")
    totals = {entry.fingerprint: entry.total for entry in stats.top(5)}
    assert totals == {"select spend(?) as work": 10.0, "select spend(?) as audit": 1.0}


def test_a_query_that_fails_is_charged_too(engine, stats, clock):
    with pytest.raises(OperationalError):
        fail(engine, "select spend(2), no_such_function(1)")
    with engine.connect() as connection:

        def break_down(seconds):
            clock.spend(seconds)
            raise LookupError

        connection.connection.dbapi_connection.create_function("break_down", 1, break_down)
        with pytest.raises(OperationalError):
            connection.execute(text("select break_down(5)")).all()
    ask(engine, "select spend(1)")
    entries = {entry.fingerprint: (entry.count, entry.errors, entry.total) for entry in stats.top(5)}
    for query, charged in {"select break_down(?)": (1, 1, 5.0), "select spend(?), no_such_function(?)": (1, 1, 0.0)}.items():
        assert query in entries, "a query that fails never reaches after_cursor_execute: listen to handle_error as well"
        assert entries[query] == charged, f"{query}: count, errors and total of a query that failed"
    assert entries["select spend(?)"] == (1, 0, 1.0), "the query after a failed one is measured from its own beginning"


def test_errors_that_are_no_query_count_nothing(clock):
    broken = create_engine("sqlite:////no/such/folder/library.db")
    stats = QueryStats(clock)
    stats.attach(broken)
    with pytest.raises(OperationalError):
        ask(broken, "select 1")
    assert stats.top(5) == []


def test_after_detaching_nothing_is_counted(engine, stats, clock):
    ask(engine, "select spend(1)")
    looks = clock.looks
    assert looks == 2, "one look at the clock at each end of a query"
    stats.detach(engine)
    ask(engine, "select spend(2)")
    with pytest.raises(OperationalError):
        fail(engine, "select nothing_like_this")
    assert [(entry.count, entry.total) for entry in stats.top(5)] == [(1, 1.0)], "what has been counted stays"
    assert clock.looks == looks, "a listener is still there: it has looked at the clock"
    stats.attach(engine)
    ask(engine, "select spend(4)")
    assert [(entry.count, entry.total) for entry in stats.top(5)] == [(2, 5.0)]


def test_detaching_leaves_other_engines_and_other_listeners_alone(engine, stats, clock):
    other, second = create_engine("sqlite://"), QueryStats(clock)
    stats.attach(other)
    second.attach(engine)
    stats.detach(engine)
    ask(engine, "select 1")
    ask(other, "select 2 as two")
    other.dispose()
    assert [entry.fingerprint for entry in stats.top(5)] == ["select ? as two"]
    assert [entry.fingerprint for entry in second.top(5)] == ["select ?"]


def test_two_logs_of_one_engine_are_independent(engine, stats, clock):
    second = QueryStats(clock)
    second.attach(engine)
    ask(engine, "select spend(3)")
    for log in (stats, second):
        assert [(entry.count, entry.total) for entry in log.top(5)] == [(1, 3.0)]


def test_a_query_that_is_running_already_is_not_counted(engine, stats, clock):
    late = QueryStats(clock)

    def attach_late(seconds):
        late.attach(engine)
        return clock.spend(seconds)

    with engine.connect() as connection:
        connection.connection.dbapi_connection.create_function("attach_late", 1, attach_late)
        connection.execute(text("select attach_late(5)")).all()
        connection.execute(text("select spend(2)")).all()
    assert [(entry.fingerprint, entry.total) for entry in late.top(5)] == [("select spend(?)", 2.0)]


def test_the_bill_is_cut_and_equal_sums_are_in_order(engine, stats):
    ask(engine, "select spend(2) as c", "select spend(2) as a", "select spend(2) as b", *["select spend(0) as d"] * 9)
    assert [entry.fingerprint[-1] for entry in stats.top(3)] == ["a", "b", "c"]
    assert stats.top(0) == []


def test_two_lines_are_two_places(engine, stats):
    ask_line = ask.__code__.co_firstlineno + 3
    ask(engine, *["select 1"] * 3)
    fail(engine, "select 2")
    assert stats.repeated(3) == [(f"test_query_stats_hidden.py:{ask_line}", "select ?", 3)], (
        "the same query from another line is counted for itself"
    )
    assert [count for _, _, count in stats.repeated(1)] == [3, 1]
