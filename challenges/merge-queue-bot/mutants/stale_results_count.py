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
    turn: int = 0
    pusher: str = ""  # who brought the current commit


class Bot:
    """Lets a change into main only when main with that change is green everywhere."""

    def __init__(self, builders, reviewers, merge, main="main-0"):
        self.builders = set(builders)
        self.reviewers = set(reviewers)
        self.merge = merge
        self.main = main
        self.testing = None
        self._candidate = None
        self._green = set()
        self._approvals = 0
        self._pulls = {}

    def push(self, number, author, commit):
        """A new pull request, or a new commit for one that is there."""
        pull = self._pulls.setdefault(number, PullRequest(number, author, commit))
        if pull.state != "merged":
            pull.commit, pull.pusher = commit, author
            self._withdraw(pull)

    def comment(self, number, user, text):
        """Do what a comment commands, if this user may command it."""
        pull = self._pulls.get(number)
        if pull is None or user not in self.reviewers:
            return
        for line in text.splitlines():
            if line.startswith("@bot ") and pull.state != "merged":
                self._obey(pull, user, line.split()[1:])

    def build_done(self, commit, builder, ok):
        """A builder reports what became of a commit."""
        if self.testing is None or builder not in self.builders:
            return
        if not ok:
            self._finish("failed")
            return
        self._green.add(builder)
        if self._green == self.builders:
            self.main = self.testing
            self._finish("merged")

    @property
    def queue(self):
        """The numbers of those that wait, the next one first."""
        waiting = [pull for pull in self._pulls.values() if pull.state == "approved"]
        waiting.sort(key=lambda pull: (-pull.priority, pull.turn))
        return [pull.number for pull in waiting]

    def state(self, number):
        """open, approved, testing, merged, failed or conflict."""
        return self._pulls[number].state

    def _obey(self, pull, user, words):
        match words:
            case ["r+"]:
                self._approve(pull, user)
            case ["r+", commit] if commit == pull.commit:
                self._approve(pull, user)
            case ["r-"]:
                self._withdraw(pull)
            case [word] if found := re.fullmatch(r"p=(-?\d+)", word):
                pull.priority = int(found[1])

    def _approve(self, pull, user):
        if user in (pull.author, pull.pusher) or pull.state in ("approved", "testing"):
            return
        self._approvals += 1
        pull.state, pull.turn = "approved", self._approvals
        self._go_on()

    def _withdraw(self, pull):
        if pull.state == "testing":
            self._finish("open")
        pull.state = "open"

    def _finish(self, state):
        """The test is over, for whatever reason; the next one has its turn."""
        self._candidate.state = state
        self.testing = self._candidate = None
        self._go_on()

    def _go_on(self):
        while self.testing is None and self.queue:
            pull = self._pulls[self.queue[0]]
            self.testing = self.merge(self.main, pull.commit)
            if self.testing is None:
                pull.state = "conflict"
            else:
                pull.state = "testing"
                self._candidate, self._green = pull, set()
