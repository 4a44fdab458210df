# needs: python>=3.11, threads
import threading


def numbers():
    value = 0
    while True:
        value += 1
        yield value


source, lock, got = numbers(), threading.Lock(), []


def take():
    for _ in range(100):
        with lock:
            got.append(next(source))


threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(got == list(range(1, 401)))
