"""Run on submit; the learner sees the names and messages, not the code."""
import pytest
from models import Base, Post, User
from solution import feed, log_sql, titles_by_user
from sqlalchemy import create_engine, event, text
from sqlalchemy.orm import Session


@pytest.fixture
def engine():
    """An empty blog in memory."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def sent(engine):
    """The statements that the engine sends, counted without help from log_sql."""
    statements = []

    def note(conn, cursor, statement, parameters, context, executemany):
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


def fill(engine, first, last):
    """Users with the ids from `first` to `last`, two posts each."""
    with Session(engine) as session:
        for number in range(first, last + 1):
            posts = [Post(title=f"post {number}.1"), Post(title=f"post {number}.2")]
            session.add(User(id=number, name=f"user {number}", posts=posts))
        session.commit()


def ask(engine, statement):
    with engine.connect() as connection:
        connection.execute(text(statement))


def test_the_log_stops_after_an_error(engine):
    with pytest.raises(ZeroDivisionError):
        with log_sql(engine) as log:
            ask(engine, "select 1")
            1 / 0
    ask(engine, "select 2")
    assert log.statements == ["select 1"], "remove the listener in a finally: the block may raise"


def test_an_error_is_not_swallowed(engine):
    with pytest.raises(LookupError, match="lost post"):
        with log_sql(engine):
            raise LookupError("lost post")


def test_logs_can_be_nested(engine):
    with log_sql(engine) as outer:
        ask(engine, "select 1")
        with log_sql(engine) as inner:
            ask(engine, "select 2")
        ask(engine, "select 3")
    assert inner.statements == ["select 2"], "the inner log sees only its own block"
    assert outer.statements == ["select 1", "select 2", "select 3"]


def test_each_block_gets_a_log_of_its_own(engine):
    with log_sql(engine):
        ask(engine, "select 1")
    with log_sql(engine) as second:
        ask(engine, "select 2")
    assert second.statements == ["select 2"], "the second block starts from an empty log"


def test_other_engines_are_not_logged(engine):
    other = create_engine("sqlite://")
    try:
        with log_sql(engine) as log:
            ask(other, "select 1")
    finally:
        other.dispose()
    assert log.statements == [], "listen on the engine you were given, not on all of them"


def test_a_user_without_posts_is_kept(engine):
    fill(engine, 1, 1)
    with Session(engine) as session:
        session.add(User(id=2, name="silent"))
        session.commit()
    with Session(engine) as session:
        titles = titles_by_user(session)
    assert titles.get("silent") == [], "an inner join keeps only users who have posts"


def test_users_stand_in_the_order_of_their_ids(engine):
    fill(engine, 3, 4)
    fill(engine, 1, 2)
    with Session(engine) as session:
        names = list(titles_by_user(session))
    assert names == ["user 1", "user 2", "user 3", "user 4"]


def test_the_query_count_does_not_grow_with_the_users(engine, sent):
    fill(engine, 1, 3)
    sent.clear()
    with Session(engine) as session:
        titles_by_user(session)
    few = len(sent)
    fill(engine, 4, 30)
    sent.clear()
    with Session(engine) as session:
        titles_by_user(session)
    assert len(sent) == few, f"{few} queries for 3 users, but {len(sent)} for 30"


def test_the_database_does_the_limiting(engine, sent):
    fill(engine, 1, 10)
    sent.clear()
    with Session(engine) as session:
        assert len(feed(session, 3)) == 3
    assert "LIMIT" in sent[0].upper(), (
        "all 20 posts came over, and 17 were thrown away: let the query say how many it wants"
    )


def test_a_feed_may_be_shorter_than_its_limit(engine):
    fill(engine, 1, 1)
    with Session(engine) as session:
        assert feed(session, 10) == ["user 1: post 1.2", "user 1: post 1.1"]


def test_an_empty_blog_has_no_titles_and_no_feed(engine):
    with Session(engine) as session:
        assert titles_by_user(session) == {}
        assert feed(session, 5) == []
