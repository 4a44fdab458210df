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
    next: int = 0

    def fetch(self):
        if not 0 <= self.next < len(self.code):
            raise VMError(f"there is no instruction {self.next}")
        instruction = self.code[self.next]
        self.next += 1
        return instruction

    def push(self, value):
        self.stack.append(value)

    def pop(self):
        if not self.stack:
            raise VMError("the stack is empty")
        return self.stack.pop()


class VM:
    """Runs programs of eight instructions, within limits."""

    def __init__(self, functions=None, max_steps=100_000, max_depth=200):
        self.functions = functions or {}
        self.max_steps = max_steps
        self.max_depth = max_depth

    def run(self, code, /, **variables):
        """Execute the code with these local variables; return what it returns."""
        frame, depth = Frame(code, variables), 0
        for _ in range(self.max_steps):
            match frame.fetch():
                case ("CONST", value):
                    frame.push(value)
                case ("LOAD", name):
                    frame.push(find(frame.variables, name))
                case ("STORE", name):
                    frame.variables[name] = frame.pop()
                case ("BINARY", symbol):
                    right, left = frame.pop(), frame.pop()
                    frame.push(calculate(left, symbol, right))
                case ("JUMP", target):
                    frame.next = target
                case ("JUMP_IF_FALSE", target):
                    if not frame.pop():
                        frame.next = target
                case ("CALL", name, count):
                    if depth >= self.max_depth:
                        raise VMError(f"more than the allowed depth of {depth}")
                    frame, depth = self._enter(frame, name, count), depth + 1
                case ("RETURN",):
                    value, frame, depth = frame.pop(), frame.caller, depth - 1
                    if frame is None:
                        return value
                    frame.push(value)
                case instruction:
                    raise VMError(f"unknown instruction {instruction!r}")
        raise VMError(f"more than {self.max_steps} steps")

    def _enter(self, frame, name, count):
        """The frame of a call; its arguments leave the stack of the caller."""
        parameters, body = find(self.functions, name)
        if count != len(parameters):
            raise VMError(f"{name} takes {len(parameters)} arguments, not {count}")
        arguments = [frame.pop() for _ in range(count)]
        arguments.reverse()
        return Frame(body, dict(zip(parameters, arguments)), frame)


def find(names, name):
    if name not in names:
        raise VMError(f"{name} is not defined")
    return names[name]


def calculate(left, symbol, right):
    function = find(OPERATORS, symbol)
    try:
        return function(left, right)
    except TypeError as error:
        raise VMError(str(error)) from error
