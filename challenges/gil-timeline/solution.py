import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class Slice:
    """A thread computed from `start` to `end`."""

    thread: str
    start: float
    end: float


@dataclass(frozen=True)
class Report:
    """What came of running several jobs at the same time."""

    wall: float
    slices: list
    switches: int
    errors: dict


class Recorder:
    """Notes which thread computes when. Jobs call `mark` while they compute."""

    def __init__(self, clock, gap=1):
        self._clock = clock
        self._gap = gap
        self._marks = []
        self._lock = threading.Lock()

    def mark(self):
        """The calling thread is computing now."""
        with self._lock:
            self._marks.append((threading.current_thread().name, self._clock()))

    def slices(self):
        """What the marks say, in order of time."""
        slices = []
        for thread, now in self._marks:
            last = slices[-1] if slices else None
            if last and last.thread == thread and now - last.end <= self._gap:
                slices[-1] = Slice(thread, last.start, now)
            else:
                slices.append(Slice(thread, now, now))
        return slices

    def switches(self):
        """How often another thread went on computing than the one before."""
        slices = self.slices()
        return sum(before.thread != after.thread for before, after in zip(slices, slices[1:]))

    def share(self):
        """How much of the computing each thread did, by name. All together make 1."""
        times = {}
        for piece in self.slices():
            times[piece.thread] = times.get(piece.thread, 0) + piece.end - piece.start
        total = sum(times.values())
        return {thread: time / total for thread, time in times.items()} if total else {}


def measure(jobs, clock):
    """Run every job in a thread of its name, all at the same time, with its recorder's `mark`."""
    recorder = Recorder(clock)
    errors = {}

    def work(name, job):
        try:
            job(recorder.mark)
        except Exception as error:
            errors[name] = error

    began = clock()
    threads = [threading.Thread(target=work, args=pair, name=pair[0]) for pair in jobs.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Report(clock() - began, recorder.slices(), recorder.switches(), errors)


def at_least(plan):
    """Seconds that no order of turns can beat, for pairs (computing, waiting), each in a thread of its own."""
    plan = list(plan)
    all_computing = sum(computing for computing, _ in plan)
    longest = max((computing + waiting for computing, waiting in plan), default=0)
    return max(all_computing, longest)
