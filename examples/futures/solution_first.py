# /// script
# requires-python = ">=3.11"
# ///
import socket
import threading
from concurrent.futures import (
    FIRST_COMPLETED,
    ThreadPoolExecutor,
    wait,
)

answered = threading.Event()
names = ["Rome", "Oslo", "Lima"]
mirrors = {name: socket.socketpair() for name in names}


def ask(name: str) -> str | None:
    connection, _ = mirrors[name]
    connection.settimeout(0.05)
    while not answered.is_set():
        try:
            return connection.recv(100).decode()
        except TimeoutError:
            pass  # look whether another mirror has answered
    return None


with ThreadPoolExecutor(max_workers=3) as pool:
    asked = [pool.submit(ask, name) for name in names]
    _, oslo = mirrors["Oslo"]
    oslo.sendall(b"file from Oslo")  # forced: no other answers
    done, others = wait(asked, return_when=FIRST_COMPLETED)
    print(done.pop().result())
    answered.set()  # the others may stop

print([future.result() for future in others])
for pair in mirrors.values():
    for end in pair:
        end.close()
