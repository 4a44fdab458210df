# needs: python>=3.11, threads
import threading
import time

forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5


def dine(seat):
    low, high = sorted((seat, (seat + 1) % 5))
    for _ in range(4):
        with forks[low], forks[high]:
            time.sleep(0.001)
            meals[seat] += 1


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(meals)
