# needs: python>=3.11, threads
import threading

lock = threading.RLock()
seen = []


def try_it():
    seen.append(lock.acquire(blocking=False))


with lock:
    with lock:
        thread = threading.Thread(target=try_it)
        thread.start()
        thread.join()
thread = threading.Thread(target=try_it)
thread.start()
thread.join()
print(seen)
try:
    lock.release()
except RuntimeError as error:
    print(error)
