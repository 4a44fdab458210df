"""The evening report of a bakery chain: one process for each branch."""

from multiprocessing import Process, Queue

from bakery import TILLS, takings


class BranchFailed(Exception):
    """Some children failed; `failures` is a list of (item, exit code)."""

    def __init__(self, failures):
        super().__init__(f"no answer for {failures}")
        self.failures = failures


def worker(queue, position, work, item):
    """What a child does: one message in any case."""
    try:
        answer = work(item)
    except BaseException:
        queue.put((position, False, None))
        raise
    queue.put((position, True, answer))


def collect(work, items):
    """work(item) for each item, in a child process each; the answers in the items' order."""
    answers, failures = [], []
    for item in items:
        try:
            answers.append(work(item))
        except Exception:
            failures.append((item, 1))
    if failures:
        raise BranchFailed(failures)
    return answers


def main():
    branches = list(TILLS)
    for branch, total in zip(branches, collect(takings, branches)):
        print(f"{branch}: {total}")


if __name__ == "__main__":
    main()
