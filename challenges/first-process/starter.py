"""The evening report of a bakery chain: one process for each branch."""

from multiprocessing import Process, Queue

from bakery import TILLS, takings


class BranchFailed(Exception):
    """Some children failed; `failures` is a list of (item, exit code)."""

    def __init__(self, failures):
        super().__init__(f"no answer for {failures}")
        self.failures = failures


def worker(queue, work, item):
    """What a child does."""
    # TODO 4: what does the parent hear if this goes wrong?
    queue.put(work(item))


def collect(work, items):
    """work(item) for each item, in a child process each; the answers in the items' order."""
    queue = Queue()
    children = [Process(target=worker, args=(queue, work, item)) for item in items]
    for child in children:
        child.start()
    # TODO 2: each answer once, and in the order of the items.
    # TODO 3: a long answer must not make this wait for ever.
    for child in children:
        child.join()
    answers = []
    while not queue.empty():
        answers.append(queue.get())
    return answers


def main():
    branches = list(TILLS)
    for branch, total in zip(branches, collect(takings, branches)):
        print(f"{branch}: {total}")


# TODO 1: the children import this file, too.
main()
