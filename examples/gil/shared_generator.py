# /// script
# requires-python = ">=3.11"
# ///
import socket
import threading
from collections.abc import Iterator

office, counter = socket.socketpair()


def tickets() -> Iterator[str]:
    while True:
        counter.sendall(b"next, please")
        yield counter.recv(100).decode()  # waits for the office


def sell() -> None:
    print(f"First: {next(shared)}")


shared = tickets()
thread = threading.Thread(target=sell)
thread.start()
office.recv(100)  # forced: the thread is inside the generator
try:
    next(shared)
except ValueError as error:
    print(f"Second: ValueError: {error}")
office.sendall(b"ticket 1")
thread.join()
office.close()
counter.close()
