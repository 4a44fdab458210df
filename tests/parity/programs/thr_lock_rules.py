# needs: python>=3.11, threads
import threading

lock = threading.Lock()
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
try:
    lock.acquire(False, 1)
except ValueError as error:
    print(error)
try:
    lock.acquire(timeout=-2)
except ValueError as error:
    print(type(error).__name__)
lock.acquire()
helper = threading.Thread(target=lock.release)
helper.start()
helper.join()
print(lock.locked())
