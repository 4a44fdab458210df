import ast
import sys
from dataclasses import dataclass, field

COMPARISONS = {
    ast.Lt: ("<", ast.LtE),
    ast.LtE: ("<=", ast.Lt),
    ast.Gt: (">", ast.GtE),
    ast.GtE: (">=", ast.Gt),
    ast.Eq: ("==", ast.NotEq),
    ast.NotEq: ("!=", ast.Eq),
}
SUMS = {ast.Add: ("+", ast.Sub), ast.Sub: ("-", ast.Add)}


@dataclass
class Report:
    """What the tests have caught, and what they have missed."""

    killed: list = field(default_factory=list)  # pairs (label, name of the test)
    survivors: list = field(default_factory=list)  # labels

    @property
    def score(self):
        """The share of the mutants that were killed."""
        # TODO 5
        ...


def mutate(source):
    """All programs that differ from this one by one small change: (label, source)."""
    # TODO 1
    return []


def first_red(program, tests, max_steps):
    """The name of the first test that fails, "import", or None if all pass."""
    # TODO 2: execute the program, then the tests, then each test function.
    # TODO 3: stop what takes more than max_steps lines.
    ...


def judge(tests, good, mutants, max_steps=10_000):
    """Which mutants the tests catch; the good program has to pass first."""
    # TODO 4
    ...
