# needs: python>=3.11, threads
import os
import stat
import threading

reader, writer = os.pipe()
print(stat.S_ISFIFO(os.fstat(reader).st_mode), os.get_inheritable(reader), os.get_blocking(writer))


def produce():
    with os.fdopen(writer, "w", encoding="utf-8") as file:
        for number in range(3):
            print("line", number, file=file, flush=True)


thread = threading.Thread(target=produce)
thread.start()
with os.fdopen(reader, encoding="utf-8") as file:
    print(file.read().splitlines())
thread.join()

reader, writer = os.pipe()
os.set_blocking(writer, False)
print(os.write(writer, b"x" * 100_000))
try:
    os.write(writer, b"x")
except BlockingIOError as error:
    print(type(error).__name__)
os.close(reader)
try:
    os.write(writer, b"x")
except BrokenPipeError as error:
    print(error.strerror)
os.close(writer)
try:
    os.close(writer)
except OSError as error:
    print(error.strerror)
