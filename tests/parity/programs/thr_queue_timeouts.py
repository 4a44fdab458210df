# needs: python>=3.11, threads
import queue
import threading

small = queue.Queue(maxsize=1)
small.put("only")
for call in (lambda: small.put("x", block=False), lambda: small.put("x", timeout=0.01)):
    try:
        call()
    except queue.Full as error:
        print("full", type(error).__name__, small.full())
print(small.get())
for call in (small.get_nowait, lambda: small.get(timeout=0.01)):
    try:
        call()
    except queue.Empty as error:
        print("empty", type(error).__name__, small.qsize())
try:
    small.get(timeout=-1)
except ValueError as error:
    print(error)
threading.Timer(0.01, small.put, ["late"]).start()
print(small.get(timeout=5))
