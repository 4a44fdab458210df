import os
import sys

print("at import")


def speak():
    print("text", flush=True)
    os.write(1, b"bytes\n")
    sys.stdout.buffer.write("gr\u00fc\u00df\n".encode())
    print("wrong", file=sys.stderr)


def flood():
    for number in range(100_000):
        print("line", number)
