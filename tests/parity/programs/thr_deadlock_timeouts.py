# needs: python>=3.11, threads
import threading

a, b = threading.Lock(), threading.Lock()
both = threading.Barrier(2)
tried = threading.Barrier(2)
log = []


def take(first, second, name):
    with first:
        both.wait()
        got = second.acquire(timeout=0.03)
        log.append((name, got))
        tried.wait()
        if got:
            second.release()


threads = [
    threading.Thread(target=take, args=(a, b, "one")),
    threading.Thread(target=take, args=(b, a, "two")),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(log), a.locked(), b.locked())
