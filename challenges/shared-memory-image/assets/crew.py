"""Given: runs jobs in child processes, and finds out how they ended."""

import os
from functools import partial
from multiprocessing import get_context


class WorkerDied(Exception):
    """A child process ended with something else than exit code 0."""


class Crew:
    """`crew(function, jobs)` runs function(*job) for each job, each in a process of its own.

    It waits for all of them, and raises WorkerDied if one of them failed. `pids` has the
    processes that have worked so far.
    """

    def __init__(self):
        self.pids = []

    def __call__(self, function, jobs):
        spawn = get_context("spawn")
        children = [spawn.Process(target=function, args=job) for job in jobs]
        for child in children:
            child.start()
            self.pids.append(child.pid)
        for child in children:
            child.join(60)
            if child.exitcode is None:
                child.terminate()
                child.join()
        codes = [child.exitcode for child in children]
        if any(codes):
            raise WorkerDied(f"exit codes {codes}")


class ClumsyCrew(Crew):
    """Each of its workers dies when half of the job is done."""

    def __call__(self, function, jobs):
        super().__call__(partial(_die_half_way, function), jobs)


def _die_half_way(function, name, start, stop, amount):
    function(name, start, (start + stop) // 2, amount)
    os._exit(3)
