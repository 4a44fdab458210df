# needs: python>=3.11, threads
import threading

place = threading.local()
place.name = "main"


class Numbered(threading.local):
    def __init__(self, start):
        self.value = start


numbered = Numbered(10)
numbered.value += 1
seen = []


def visit(name):
    seen.append((hasattr(place, "name"), numbered.value))
    place.name = name
    numbered.value += 5
    seen.append((place.name, numbered.value))


for name in "ab":
    thread = threading.Thread(target=visit, args=(name,))
    thread.start()
    thread.join()
print(seen, place.name, numbered.value)
