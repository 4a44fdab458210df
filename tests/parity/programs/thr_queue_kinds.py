# needs: python>=3.11, threads
import queue

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    each = kind()
    for value in (2, 3, 1):
        each.put(value)
    print(kind.__name__, [each.get() for _ in range(3)], each.empty(), each.qsize())
