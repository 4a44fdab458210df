# needs: python>=3.11, threads
import queue
import threading

jobs = queue.Queue()
results = []


def work():
    while True:
        number = jobs.get()
        if number is None:
            jobs.task_done()
            return
        results.append(number + 1)
        jobs.task_done()


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for number in range(50):
    jobs.put(number)
jobs.join()
print(len(results), jobs.unfinished_tasks)
for _ in threads:
    jobs.put(None)
for thread in threads:
    thread.join()
try:
    jobs.task_done()
except ValueError as error:
    print(error)
