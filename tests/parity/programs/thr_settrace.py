# needs: python>=3.11, threads
import sys
import threading

calls = []


def trace(frame, event, arg):
    if event == "call" and frame.f_code.co_name in ("outer", "inner"):
        calls.append((frame.f_code.co_name, threading.current_thread().name))
    return None


def inner():
    return 1


def outer():
    return inner()


threading.settrace(trace)
thread = threading.Thread(target=outer, name="traced")
thread.start()
thread.join()
threading.settrace(None)
outer()
print(calls, sys.gettrace())
