# needs: python>=3.11, threads
import threading
import time

result = []


def later(value):
    time.sleep(value / 30)
    result.append(value)


threads = [threading.Thread(target=later, args=(v,)) for v in (5, 1, 4, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(result)
