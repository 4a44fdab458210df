# needs: python>=3.11, threads
import functools
import threading
import time

made = []


@functools.cache
def expensive(key):
    made.append(key)
    return key * 2


class Lazy:
    lock = threading.Lock()
    instance = None

    @classmethod
    def get(cls):
        if cls.instance is None:
            with cls.lock:
                if cls.instance is None:
                    time.sleep(0.002)
                    cls.instance = cls()
        return cls.instance


found = []
threads = [threading.Thread(target=lambda: found.append(Lazy.get())) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len({id(each) for each in found}), expensive(4), expensive(4), made)
