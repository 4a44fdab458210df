# needs: python>=3.11, threads
import socket
import socketserver
import threading


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line[::-1].strip() + b"\n")


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    with socket.create_connection(server.server_address, timeout=5) as client:
        client.sendall(b"stressed\ndrawer\n")
        client.shutdown(socket.SHUT_WR)
        print(client.makefile("rb").read().split())
    server.shutdown()
    thread.join()

left, right = socket.socketpair()
right.settimeout(0.01)
try:
    right.recv(1)
except TimeoutError as error:
    print(error)
left.sendall(b"abc")
print(right.recv(2), right.recv(2))
left.close()
print(right.recv(1))
right.close()
