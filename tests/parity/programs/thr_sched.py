# needs: python>=3.11, threads
import sched
import threading
import time

scheduler = sched.scheduler(time.monotonic, time.sleep)
log = []
scheduler.enter(0.02, 1, log.append, ("second",))
scheduler.enter(0.01, 1, log.append, ("first",))
thread = threading.Thread(target=scheduler.run)
thread.start()
thread.join()
print(log, scheduler.empty())
