# needs: python>=3.11, threads
import threading
import time

limit = threading.Semaphore(2)
guard = threading.Lock()
active = peak = 0


def work():
    global active, peak
    with limit:
        with guard:
            active += 1
            peak = max(peak, active)
        time.sleep(0.005)
        with guard:
            active -= 1


threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(peak, limit.acquire(timeout=0), limit.acquire(blocking=False), limit.acquire(timeout=0.01))
bounded = threading.BoundedSemaphore(1)
try:
    bounded.release()
except ValueError as error:
    print(error)
