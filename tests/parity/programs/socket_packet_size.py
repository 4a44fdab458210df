# needs: python>=3.11
import errno
import socket

for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
    with socket.socket(family, socket.SOCK_DGRAM) as one, socket.socket(family, socket.SOCK_DGRAM) as other:
        one.bind((host, 0))
        address = one.getsockname()
        most = 65_507 if family == socket.AF_INET else 65_527
        print(other.sendto(bytes(most), address) == most, len(one.recv(100_000)) == most)
        try:
            other.sendto(bytes(most + 1), address)
        except OSError as error:
            print(errno.errorcode[error.errno])
        other.connect(address)
        try:
            other.send(bytes(70_000))
        except OSError as error:
            print(errno.errorcode[error.errno])
        print(other.send(b"small"), one.recv(10))
