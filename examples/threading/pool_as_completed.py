# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# order = { stages = ["text of quick*", "text of slow"] }
# ///
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            others_shown.wait()  # forced: it takes longest
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"text of {self.path[1:]}".encode())

    def log_message(self, format: str, *args: object) -> None:
        pass  # no line for each request


# region pool
others_shown = threading.Event()
server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
threading.Thread(target=server.serve_forever).start()


def fetch(page: str) -> str:
    url = f"http://127.0.0.1:{server.server_port}/{page}"
    with urlopen(url) as response:
        return response.read().decode()


pages = ["slow", "quick1", "quick2", "quick3"]
with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(fetch, page) for page in pages]
    for shown, future in enumerate(as_completed(futures), start=1):
        print(future.result())
        if shown == 3:
            others_shown.set()
# endregion
server.shutdown()
server.server_close()
