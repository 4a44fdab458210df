# needs: python>=3.11, threads
import threading
from collections import deque


class Buffer:
    def __init__(self, size):
        self.items = deque()
        self.size = size
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            self.changed.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            self.changed.wait_for(lambda: self.items)
            item = self.items.popleft()
            self.changed.notify_all()
            return item


buffer = Buffer(2)
got = []
producers = [
    threading.Thread(target=lambda base=base: [buffer.put(base + i) for i in range(20)])
    for base in (0, 100)
]
consumer = threading.Thread(target=lambda: got.extend(buffer.get() for _ in range(40)))
for thread in [consumer, *producers]:
    thread.start()
for thread in [consumer, *producers]:
    thread.join()
print(sorted(got) == sorted([*range(20), *range(100, 120)]))
print([item for item in got if item < 100] == list(range(20)))
