# needs: python>=3.11, threads
import io
import logging
import logging.handlers
import queue
import threading

stream = io.StringIO()
sink = logging.StreamHandler(stream)
sink.setFormatter(logging.Formatter("%(threadName)s %(message)s"))
pipe = queue.Queue()
listener = logging.handlers.QueueListener(pipe, sink)
logger = logging.getLogger("parity")
logger.propagate = False
logger.setLevel(logging.INFO)
logger.addHandler(logging.handlers.QueueHandler(pipe))
listener.start()
threads = [threading.Thread(target=logger.info, args=("hello",), name=f"t{n}") for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
listener.stop()
print(sorted(stream.getvalue().split("\n")))
