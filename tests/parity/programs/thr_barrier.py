# needs: python>=3.11, threads
import threading

laps = []
meet = threading.Barrier(3, action=lambda: laps.append("all here"))
places = []


def walk():
    for _ in range(3):
        places.append(meet.wait(5))


threads = [threading.Thread(target=walk) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(laps, sorted(places), meet.n_waiting, meet.broken)
