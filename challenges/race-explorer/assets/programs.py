"""Small programs to explore. Each runs in steps; a step ends at a `yield`, the last one at the end."""


def careless_add(state):
    """Reads in one step and writes in the next."""
    coins = state["coins"]
    yield
    state["coins"] = coins + 1


def writer(letter):
    """A program of two steps that leaves a mark in each."""

    def write(state):
        state["log"].append(f"{letter}1")
        yield
        state["log"].append(f"{letter}2")

    return write
