# needs: python>=3.13, threads
import queue
import threading

jobs = queue.Queue()
ended = []


def work(name):
    try:
        while True:
            jobs.get()
            jobs.task_done()
    except queue.ShutDown:
        ended.append(name)


threads = [threading.Thread(target=work, args=(n,)) for n in "abc"]
for thread in threads:
    thread.start()
for item in range(10):
    jobs.put(item)
jobs.join()
jobs.shutdown()
for thread in threads:
    thread.join()
print(sorted(ended), jobs.is_shutdown)
try:
    jobs.put(1)
except queue.ShutDown:
    print("closed")
