# needs: python>=3.11, threads
import threading

forever = threading.Event()
thread = threading.Thread(target=forever.wait, daemon=True)
thread.start()
try:
    thread.daemon = False
except RuntimeError as error:
    print(error)
print(thread.daemon, thread.is_alive())
forever.set()
thread.join()
print(thread.is_alive())
