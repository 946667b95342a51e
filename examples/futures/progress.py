# /// script
# requires-python = ">=3.11"
# dependencies = ["rich>=14"]
# [tool.verbatim]
# terminal = { columns = 36 }
# ///
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

from rich.progress import BarColumn, MofNCompleteColumn, Progress


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(404 if self.path == "/7" else 200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass  # no line for each request


server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
threading.Thread(target=server.serve_forever, daemon=True).start()


def fetch(page: int) -> bytes:
    url = f"http://127.0.0.1:{server.server_port}/{page}"
    with urlopen(url) as answer:
        return answer.read()


columns = ["Pages", BarColumn(), MofNCompleteColumn()]
with (
    ThreadPoolExecutor(max_workers=4) as pool,
    Progress(*columns) as bar,
):
    task = bar.add_task("", total=12)
    calls = {pool.submit(fetch, page): page for page in range(1, 13)}
    for call in as_completed(calls):
        bar.advance(task)
        if error := call.exception():
            bar.print(f"[red]page {calls[call]}: {error}[/red]")
server.shutdown()
server.server_close()
