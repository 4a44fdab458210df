# needs: python>=3.11, threads
import threading

done = threading.Event()
counts = {}


def spin(name):
    count = 0
    while not done.is_set():
        count += 1
    counts[name] = count


threads = [threading.Thread(target=spin, args=(n,)) for n in "abc"]
for thread in threads:
    thread.start()
threading.Timer(0.2, done.set).start()
for thread in threads:
    thread.join()
print(sorted(counts), all(count > 100 for count in counts.values()))
