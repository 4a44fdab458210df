import types
from collections import deque


def hands(thing):
    """Yield (step, held) for everything that thing holds directly."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield f"[{key!r}]", value
    elif isinstance(thing, (list, tuple)):
        for index, item in enumerate(thing):
            yield f"[{index}]", item
    elif isinstance(thing, (set, frozenset)):
        for member in thing:
            yield "<member>", member
    elif isinstance(thing, types.MethodType):
        yield ".__self__", thing.__self__
    elif isinstance(thing, types.FunctionType):
        yield from closed_over(thing)
    yield from attributes(thing)


def closed_over(fn):
    """The variables of outer functions that fn uses."""
    for name, cell in zip(fn.__code__.co_freevars, fn.__closure__ or ()):
        try:
            yield f"<{name}>", cell.cell_contents
        except ValueError:
            pass  # the variable has no value yet, or no more


def attributes(thing):
    """What is stored in thing itself: its dictionary and its slots."""
    try:
        stored = object.__getattribute__(thing, "__dict__")
    except AttributeError:
        stored = {}
    for name, value in stored.items():
        yield f".{name}", value
    for kind in type(thing).__mro__:
        if "__slots__" in vars(kind):
            for name, slot in vars(kind).items():
                if isinstance(slot, types.MemberDescriptorType):
                    try:
                        yield f".{name}", slot.__get__(thing)
                    except AttributeError:
                        pass  # a slot that nothing was put into


def why_alive(target, roots, max_depth=10):
    """The shortest chain of steps from one of the roots to target, or None.

    roots are the names that you know, and what they stand for. A chain begins
    with the name of a root and has at most max_depth steps after it.
    """
    seen = set()
    ahead = deque(([name], thing) for name, thing in roots.items())
    while ahead:
        chain, thing = ahead.popleft()
        if thing == target:
            return chain
        if id(thing) in seen or len(chain) > max_depth:
            continue
        seen.add(id(thing))
        for step, held in hands(thing):
            ahead.append(([*chain, step], held))
    return None
