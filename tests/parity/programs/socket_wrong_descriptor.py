# needs: python>=3.11
import errno
import os
import socket


def told(call, *args):
    try:
        call(*args)
    except OSError as error:
        return errno.errorcode[error.errno], type(error).__name__
    return "no error"


print(told(socket.fromfd, 200, socket.AF_INET, socket.SOCK_STREAM))
print(told(os.read, 200, 1))
print(told(os.dup, 200))
print(told(os.close, 200))
print(told(socket.inet_pton, 99, "127.0.0.1"))

one, other = socket.socketpair()
fd = one.detach()
os.close(fd)
print(told(os.write, fd, b"x"))
print(told(socket.fromfd, fd, socket.AF_UNIX, socket.SOCK_STREAM))
other.close()
print(told(other.send, b"x"))
