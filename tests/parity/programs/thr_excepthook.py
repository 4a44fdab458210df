# needs: python>=3.11, threads
import threading


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name)


def fail():
    raise LookupError("gone")


threading.excepthook = hook
thread = threading.Thread(target=fail, name="failing")
thread.start()
thread.join()
leaving = threading.Thread(target=lambda: exec("raise SystemExit(3)"))
leaving.start()
leaving.join()
print("still here", thread.is_alive())
