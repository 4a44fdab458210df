from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import event, select
from sqlalchemy.orm import joinedload

from models import Post, User


@dataclass
class QueryLog:
    """The SQL statements seen so far, oldest first."""

    statements: list[str] = field(default_factory=list)

    def __len__(self):
        return len(self.statements)


@contextmanager
def log_sql(engine):
    """Log every statement that `engine` sends to the database inside a `with` block."""
    log = QueryLog()

    def note(conn, cursor, statement, parameters, context, executemany):
        log.statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield log
    finally:
        event.remove(engine, "before_cursor_execute", note)


def titles_by_user(session):
    """Return {user name: [post titles]}; users by id, and each user's posts by id."""
    query = select(User).options(joinedload(User.posts)).order_by(User.id)
    users = session.scalars(query).unique()      # the join repeats a user once for each post
    return {user.name: [post.title for post in user.posts] for user in users}


def feed(session, limit):
    """Return the newest `limit` posts, newest first, as "author: title"."""
    query = (
        select(Post)
        .options(joinedload(Post.author))
        .order_by(Post.id.desc())
        .limit(limit)
    )
    return [f"{post.author.name}: {post.title}" for post in session.scalars(query)]
