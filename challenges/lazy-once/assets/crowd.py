"""Does several things at the same time: one thread for each."""

import threading


def together(*works):
    """Run every work in a thread of its own and wait for all of them; the first error is raised.

    Nobody begins before all threads are there: otherwise the first is often done when the last one starts.
    """
    errors = []
    gate = threading.Event()

    def guarded(work):
        gate.wait()
        try:
            work()
        except Exception as error:
            errors.append(error)

    threads = [
        threading.Thread(target=guarded, args=(work,), name=f"guest {number}")
        for number, work in enumerate(works, start=1)
    ]
    for thread in threads:
        thread.start()
    gate.set()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
