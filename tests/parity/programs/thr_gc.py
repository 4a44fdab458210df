# needs: python>=3.11, threads
import gc
import threading
import weakref


class Node:
    pass


def make():
    a, b = Node(), Node()
    a.other, b.other = b, a
    return weakref.ref(a)


refs = []
threads = [threading.Thread(target=lambda: refs.append(make())) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
gc.collect()
print([ref() for ref in refs])
