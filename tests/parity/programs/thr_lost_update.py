# needs: python>=3.11, threads
import threading

counter = 0
step = threading.Barrier(2)


def add():
    global counter
    seen = counter
    step.wait()
    counter = seen + 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("after two additions:", counter)
