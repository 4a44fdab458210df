"""Given: waiting for an answer, but not for ever."""

import multiprocessing
import threading


def within(seconds, function, *args):
    """What `function(*args)` returns or raises; TimeoutError if it takes longer than `seconds`.

    Its child processes are ended then, so that nothing stays behind.
    """
    returned, raised = [], []

    def call():
        try:
            returned.append(function(*args))
        except Exception as error:
            raised.append(error)

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    thread.join(seconds)
    if raised:
        raise raised[0]
    if returned:
        return returned[0]
    for child in multiprocessing.active_children():
        child.terminate()
        child.join()
    raise TimeoutError(
        f"{function.__name__} was still waiting after {seconds} seconds. "
        "Who waits for whom, and for what?"
    )
