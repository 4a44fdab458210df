import queue
import threading

jobs: queue.Queue[int] = queue.Queue(maxsize=2)
done: list[int] = []


def work() -> None:
    while (job := jobs.get()) >= 0:
        done.append(job * job)


thread = threading.Thread(target=work)
thread.start()
for number in [1, 2, 3, 4, -1]:
    jobs.put(number)
thread.join()
print("threads say", *done)
