# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# ///
import socket
from concurrent.futures import ThreadPoolExecutor

server = socket.create_server(("127.0.0.1", 0))  # never answers


def fetch() -> str:
    address = server.getsockname()
    with socket.create_connection(address, timeout=0.6) as connection:
        try:
            return connection.recv(100).decode()
        except TimeoutError:
            return "no answer"


with ThreadPoolExecutor() as pool:
    future = pool.submit(fetch)
    try:
        future.result(timeout=0.2)
    except TimeoutError:
        print(f"Not yet. Done: {future.done()}")
# here the pool has waited for the call
print(f"Later: {future.result()}")
server.close()
