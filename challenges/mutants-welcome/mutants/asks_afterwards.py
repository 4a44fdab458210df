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

    killed: list = field(default_factory=list)
    survivors: list = field(default_factory=list)

    @property
    def score(self):
        """The share of the mutants that were killed."""
        total = len(self.killed) + len(self.survivors)
        return len(self.killed) / total if total else 1


def mutate(source):
    """All programs that differ from this one by one small change: (label, source)."""
    tree = ast.parse(source)
    found = []
    for node in list(ast.walk(tree)):
        for change in broken(node):
            found.append((node.lineno, change, ast.unparse(tree)))
    found.sort(key=lambda mutant: mutant[0])
    return [(f"line {line}: {change}", text) for line, change, text in found]


def broken(node):
    """Break a node in each way there is; it is whole again after each of them."""
    match node:
        case ast.Compare(ops=operators):
            for place, operator in enumerate(operators):
                if type(operator) in COMPARISONS:
                    symbol, other = COMPARISONS[type(operator)]
                    operators[place] = other()
                    yield f"{symbol} becomes {COMPARISONS[other][0]}"
                    operators[place] = operator
        case ast.BinOp(op=operator) | ast.AugAssign(op=operator) if type(operator) in SUMS:
            symbol, other = SUMS[type(operator)]
            node.op = other()
            yield f"{symbol} becomes {SUMS[other][0]}"
            node.op = operator
        case ast.Constant(value=number) if type(number) is int:
            node.value = number + 1
            yield f"{number} becomes {number + 1}"
            node.value = number
        case ast.Return(value=None | ast.Constant(value=None)):
            pass
        case ast.Return(value=value):
            node.value = ast.Constant(None)
            yield "returns None"
            node.value = value
        case ast.Expr(value=ast.Call() as call):
            node.value = ast.Constant(...)
            yield "call left out"
            node.value = call


class OutOfSteps(Exception):
    """No Exception, so that the program under test does not catch it by accident."""


def first_red(program, tests, max_steps):
    """The name of the first test that fails, "import", or None if all pass."""
    namespace = {}
    if not passes(lambda: exec(program, namespace), max_steps):
        return "import"
    exec(tests, namespace)
    for name in names_of_tests(tests):
        if not passes(namespace[name], max_steps):
            return name
    return None


def names_of_tests(tests):
    """The names of the test functions, in the order of the text."""
    return [
        node.name
        for node in ast.parse(tests).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def passes(action, max_steps):
    """Whether the action ends without an exception, within so many lines."""
    steps = 0

    def count(frame, event, arg):
        nonlocal steps
        if event == "line":
            steps += 1
            if steps > max_steps:
                raise OutOfSteps
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        action()
    except (Exception, SystemExit, OutOfSteps):
        return False
    finally:
        sys.settrace(before)
    return steps <= max_steps


def judge(tests, good, mutants, max_steps=10_000):
    """Which mutants the tests catch; the good program has to pass first."""
    red = first_red(good, tests, max_steps)
    if red is not None:
        raise ValueError(f"the good program does not pass: {red}")
    report = Report()
    for label, program in mutants:
        red = first_red(program, tests, max_steps)
        if red is None:
            report.survivors.append(label)
        else:
            report.killed.append((label, red))
    return report
