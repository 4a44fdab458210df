# needs: python>=3.11, threads
import threading

log = []
done = threading.Event()
threading.Timer(0.03, lambda: (log.append("late"), done.set())).start()
threading.Timer(0.01, log.append, ["early"]).start()
never = threading.Timer(0.02, log.append, args=("never",))
never.start()
never.cancel()
never.join()
done.wait(5)
print(log)
