"""A small site with slow answers, as a program of its own."""

import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from subprocess import PIPE, Popen

GONE = {"/page/31", "/page/77", "/page/104"}


class Page(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        time.sleep(0.02)  # what a network takes
        self.send_response(404 if self.path in GONE else 200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass  # no line for each request


class Server(ThreadingHTTPServer):
    request_queue_size = 200  # so many may knock at the same time


@contextmanager
def running() -> Generator[str]:
    """Start this file as a process, and give its address."""
    command = [sys.executable, __file__]
    with Popen(command, stdout=PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            port = process.stdout.readline().strip()
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


if __name__ == "__main__":
    with Server(("127.0.0.1", 0), Page) as server:
        print(server.server_port, flush=True)
        server.serve_forever()
