"""These tests are shown to the learner."""
import pytest
from models import Base, Post, User
from solution import feed, log_sql, titles_by_user
from sqlalchemy import create_engine, event, text
from sqlalchemy.orm import Session


@pytest.fixture
def engine():
    """A small blog in memory: Ada wrote two posts, Bo none, Cy three."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all([User(id=1, name="ada"), User(id=2, name="bo"), User(id=3, name="cy")])
        session.flush()
        session.add_all([
            Post(id=1, author_id=3, title="Tea"),
            Post(id=2, author_id=1, title="Engines"),
            Post(id=3, author_id=3, title="More tea"),
            Post(id=4, author_id=1, title="Notes"),
            Post(id=5, author_id=3, title="Enough tea"),
        ])
        session.commit()
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


def listing(statements):
    return "\n".join(" ".join(statement.split()) for statement in statements)


def test_the_log_has_each_statement_in_order(engine):
    with log_sql(engine) as log, engine.connect() as connection:
        connection.execute(text("select 1"))
        connection.execute(text("select 2"))
    assert log.statements == ["select 1", "select 2"], "append the statement that the listener is given"
    assert len(log) == 2


def test_the_log_stops_after_the_block(engine):
    with log_sql(engine) as log:
        pass
    with engine.connect() as connection:
        connection.execute(text("select 1"))
    assert log.statements == [], "the listener is still on the engine: remove it when the block ends"


def test_titles_are_listed_for_each_user(engine):
    with Session(engine) as session:
        titles = titles_by_user(session)
    assert titles["ada"] == ["Engines", "Notes"]
    assert titles["cy"] == ["Tea", "More tea", "Enough tea"]


def test_titles_take_at_most_two_queries(engine, sent):
    with Session(engine) as session:
        titles_by_user(session)
    assert len(sent) <= 2, f"{len(sent)} queries for three users. They were:\n{listing(sent)}"


def test_the_feed_shows_the_newest_posts_first(engine):
    with Session(engine) as session:
        newest = feed(session, 2)
    assert newest == ["cy: Enough tea", "ada: Notes"], "the newest post is the one with the highest id"


def test_the_feed_takes_one_query(engine, sent):
    with Session(engine) as session:
        feed(session, 4)
    assert len(sent) == 1, f"{len(sent)} queries for four posts. They were:\n{listing(sent)}"
