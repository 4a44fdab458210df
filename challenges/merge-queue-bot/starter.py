import re
from dataclasses import dataclass


@dataclass
class PullRequest:
    """One change that wants to get into main."""

    number: int
    author: str
    commit: str
    state: str = "open"
    priority: int = 0
    # What else has to be remembered about it?


class Bot:
    """Lets a change into main only when main with that change is green everywhere."""

    def __init__(self, builders, reviewers, merge, main="main-0"):
        self.builders = set(builders)
        self.reviewers = set(reviewers)
        self.merge = merge
        self.main = main
        self.testing = None

    def push(self, number, author, commit):
        """A new pull request, or a new commit for one that is there."""
        # TODO 1; and TODO 5: what does a new commit take away?
        ...

    def comment(self, number, user, text):
        """Do what a comment commands, if this user may command it."""
        # TODO 1; after an r+, TODO 3: perhaps it is somebody's turn.
        ...

    @property
    def queue(self):
        """The numbers of those that wait, the next one first."""
        # TODO 2
        return []

    def build_done(self, commit, builder, ok):
        """A builder reports what became of a commit."""
        # TODO 4
        ...

    def state(self, number):
        """open, approved, testing, merged, failed or conflict."""
        ...
