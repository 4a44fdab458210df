# needs: python>=3.11, threads
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

gate = threading.Event()
pool = ThreadPoolExecutor(1)
running = pool.submit(gate.wait)
waiting = [pool.submit(print, "never") for _ in range(3)]
while not running.running():
    pass
print(running.cancel(), waiting[0].cancel(), waiting[0].cancelled())
try:
    waiting[0].result()
except CancelledError:
    print("cancelled")
pool.shutdown(wait=False, cancel_futures=True)
gate.set()
pool.shutdown()
print(running.result(), [future.cancelled() for future in waiting])
