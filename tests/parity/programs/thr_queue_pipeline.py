# needs: python>=3.11, threads
import queue
import threading

END = object()


def stage(source, sink, function):
    while (item := source.get()) is not END:
        sink.put(function(item))
    sink.put(END)


first, second, third = queue.Queue(2), queue.Queue(2), queue.Queue()
threads = [
    threading.Thread(target=stage, args=(first, second, lambda n: n * n)),
    threading.Thread(target=stage, args=(second, third, str)),
]
for thread in threads:
    thread.start()
for number in range(20):
    first.put(number)
first.put(END)
for thread in threads:
    thread.join()
print(list(iter(third.get, END)))
