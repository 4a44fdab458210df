# needs: python>=3.11, threads
import threading
import time

gate = threading.Event()
thread = threading.Thread(target=gate.wait)
thread.start()
start = time.monotonic()
thread.join(0.02)
print(thread.is_alive(), time.monotonic() - start >= 0.019)
gate.set()
thread.join()
print(thread.is_alive())
