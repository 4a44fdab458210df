"""The evening report of a bakery chain: one process for each branch."""

from multiprocessing import Process, Queue

from bakery import TILLS, takings


answers = []


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
    answers.append(answer)
    queue.put((position, True, None))


def collect(work, items):
    """work(item) for each item, in a child process each; the answers in the items' order."""
    queue = Queue()
    children = [
        Process(target=worker, args=(queue, position, work, item))
        for position, item in enumerate(items)
    ]
    for child in children:
        child.start()
    # Read first: a child ends only when its answer has been taken out of the pipe.
    messages = sorted(
        (queue.get(timeout=60) for _ in children), key=lambda message: message[0]
    )
    for child in children:
        child.join()
    failures = [
        (items[position], children[position].exitcode)
        for position, is_well, _ in messages
        if not is_well
    ]
    if failures:
        raise BranchFailed(failures)
    return answers


def main():
    branches = list(TILLS)
    for branch, total in zip(branches, collect(takings, branches)):
        print(f"{branch}: {total}")


if __name__ == "__main__":
    main()
