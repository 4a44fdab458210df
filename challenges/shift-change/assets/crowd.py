"""Does several things at the same time: one thread for each."""

import threading


def together(*works):
    """Run every work in a thread of its own and wait for all of them; the first error is raised."""
    errors = []

    def guarded(work):
        try:
            work()
        except Exception as error:
            errors.append(error)

    threads = [
        threading.Thread(target=guarded, args=(work,), name=f"waiter {number}")
        for number, work in enumerate(works, start=1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
