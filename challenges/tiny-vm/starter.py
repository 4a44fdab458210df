import operator
from dataclasses import dataclass, field

OPERATORS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "<": operator.lt,
    "==": operator.eq,
}


class VMError(Exception):
    """The program is at fault, or its budget is used up."""


@dataclass
class Frame:
    """One call that is under way."""

    code: list
    variables: dict
    caller: "Frame | None" = None
    stack: list = field(default_factory=list)
    next: int = 0  # the number of the instruction that comes next


class VM:
    """Runs programs of eight instructions, within limits."""

    def __init__(self, functions=None, max_steps=100_000, max_depth=200):
        self.functions = functions or {}
        self.max_steps = max_steps
        self.max_depth = max_depth

    def run(self, code, /, **variables):
        """Execute the code with these local variables; return what it returns."""
        frame = Frame(code, variables)
        # TODO 1: fetch an instruction, do what it says, go on; RETURN ends it.
        # TODO 2: JUMP and JUMP_IF_FALSE.
        # TODO 3: CALL begins another frame, RETURN goes back to its caller.
        # TODO 4: count the steps, count the frames.
        # TODO 5: whatever is wrong with a program is a VMError.
        ...
