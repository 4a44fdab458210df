from copy import deepcopy


def run(schedule, programs, state):
    """Take the steps in the order of `schedule`; return the indexes of the programs that have not ended."""
    running = [program(state) for program in programs]
    waiting = set(range(len(programs)))
    for index in schedule:
        try:
            next(running[index])
        except StopIteration:
            waiting.discard(index)
    return tuple(sorted(waiting))


def interleavings(programs, initial, begun=()):
    """Every schedule that takes all programs to their end, in ascending order."""
    waiting = run(begun, programs, deepcopy(initial))
    if not waiting:
        yield begun
    for index in waiting:
        yield from interleavings(programs, initial, (*begun, index))


def failures(programs, initial, ok):
    """Every schedule after which the state is not ok, in ascending order."""
    for schedule in interleavings(programs, initial):
        state = deepcopy(initial)
        run(schedule, programs, state)
        if not ok(state):
            yield schedule


def find_race(programs, initial, ok):
    """The first schedule after which the state is not ok, or None."""
    return next(failures(programs, initial, ok), None)


def switches(schedule):
    """How often the turn is taken from one program and given to another."""
    return sum(before != after for before, after in zip(schedule, schedule[1:]))


def simplest_race(programs, initial, ok):
    """Of all schedules after which the state is not ok, the first with the fewest changes of turn; or None."""
    # min keeps the first of those that are equally good.
    return min(failures(programs, initial, ok), key=switches, default=None)


def add(state):
    """Put one coin into the jar."""
    state["coins"] = state["coins"] + 1
    yield
