from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import event, select

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
    # TODO 1: while the block runs, add each statement to log.statements
    # TODO 2: stop listening when the block ends, whatever happened in it
    yield log


def titles_by_user(session):
    """Return {user name: [post titles]}; users by id, and each user's posts by id."""
    # TODO 3: same result, at most two queries
    users = session.scalars(select(User).order_by(User.id))
    return {user.name: [post.title for post in user.posts] for user in users}


def feed(session, limit):
    """Return the newest `limit` posts, newest first, as "author: title"."""
    # TODO 4: same result, one query, and no more rows than needed
    posts = session.scalars(select(Post).order_by(Post.id.desc()))
    return [f"{post.author.name}: {post.title}" for post in posts][:limit]
