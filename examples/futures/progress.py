# /// script
# requires-python = ">=3.11"
# dependencies = ["rich>=14"]
# [tool.verbatim]
# terminal = { columns = 36 }
# ///
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

from rich.progress import BarColumn, MofNCompleteColumn, Progress


def fetch(page):
    time.sleep(0.02 * page)
    if page == 7:
        raise ConnectionError("no answer")


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
