# needs: python>=3.11, threads
import threading
import time

start = threading.Event()
log = []


def wait(name):
    start.wait()
    log.append(name)


threads = [threading.Thread(target=wait, args=(n,)) for n in range(5)]
for thread in threads:
    thread.start()
time.sleep(0.01)
print(log, start.wait(0.001))
start.set()
for thread in threads:
    thread.join()
print(sorted(log), start.is_set())
start.clear()
print(start.wait(0.01))
