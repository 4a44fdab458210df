# needs: python>=3.11, threads
import threading

meet = threading.Barrier(2)
try:
    meet.wait(timeout=0.01)
except threading.BrokenBarrierError:
    print("broken", meet.broken)
meet.reset()
said = []


def wait():
    try:
        meet.wait(5)
    except threading.BrokenBarrierError:
        said.append("aborted")


thread = threading.Thread(target=wait)
thread.start()
while meet.n_waiting == 0:
    threading.Event().wait(0.001)
meet.abort()
thread.join()
print(said)
