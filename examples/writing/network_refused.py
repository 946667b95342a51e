# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# network = false
# ///
import socket

with socket.create_server(("127.0.0.1", 0)) as server:
    socket.create_connection(server.getsockname()).close()
    print("This machine: connected")

try:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
except OSError:
    print("Another machine: no connection")
