# needs: python>=3.11, threads
import signal
import threading
import time


class TimesUp(Exception):
    pass


def times_up(signum, frame):
    raise TimesUp(signal.Signals(signum).name)


signal.signal(signal.SIGALRM, times_up)
signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    while True:
        pass
except TimesUp as error:
    print("computing:", error)

signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    threading.Event().wait()
except TimesUp as error:
    print("waiting:", error)

seen = []
signal.signal(signal.SIGALRM, lambda signum, frame: seen.append(threading.current_thread().name))
print(signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01))
while len(seen) < 3:
    time.sleep(0.001)
print(signal.setitimer(signal.ITIMER_REAL, 0)[1], set(seen))
print(signal.alarm(60), signal.alarm(0), signal.alarm(0))
