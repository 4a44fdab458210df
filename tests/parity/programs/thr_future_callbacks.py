# needs: python>=3.11, threads
from concurrent.futures import Future, ThreadPoolExecutor

log = []
with ThreadPoolExecutor(1) as pool:
    future = pool.submit(sum, [1, 2])
    future.add_done_callback(lambda f: log.append(("callback", f.result())))
future.add_done_callback(lambda f: log.append(("late", f.done())))
print(log)
manual = Future()
print(manual.set_running_or_notify_cancel(), manual.running())
manual.set_result("by hand")
print(manual.result())
try:
    manual.set_result("twice")
except Exception as error:
    print(type(error).__name__)
