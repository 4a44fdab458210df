"""Given: what the head office asks of a branch. Every child imports this file as well."""

import os
from threading import Event

TILLS = {"Oslo": [120, 80, 220], "Lima": [95, 45]}


def takings(branch):
    """The day's takings of a branch."""
    return sum(TILLS[branch])


def visit(lima_is_done, patience, branch):
    """For the tests: tells who did the work, and empties the till.

    Oslo waits until Lima is done, for `patience` seconds at most, and then writes a long report.
    """
    branch["till"] = 0
    answer = {"name": branch["name"], "pid": os.getpid(), "report": "closed early"}
    if branch["name"] == "Lima":
        lima_is_done.set()
        return answer
    lima_is_done.wait(patience)
    answer["report"] = "".join(f"{number:5}: one loaf\n" for number in range(20_000))
    return answer


def count_bread(lima_stumbles, patience, branch):
    """For the tests: in Lima the shelf falls over, while Oslo is still counting."""
    if branch == "Lima":
        lima_stumbles.set()
        raise ValueError("the shelf in Lima fell over")
    lima_stumbles.wait(patience)
    never = Event()
    never.wait(1)
    return 17


def close_up(branch):
    """For the tests: does its work, and has nothing to say."""
