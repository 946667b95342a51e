# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

ready = {page: threading.Event() for page in [1, 2, 3]}


def fetch(page: int) -> str:
    ready[page].wait()
    return "x" * page * 100


with ThreadPoolExecutor(max_workers=3) as pool:
    pages = {pool.submit(fetch, page): page for page in [1, 2, 3]}
    ready[3].set()  # forced: page 3 is the first to arrive

    for future in as_completed(pages):
        page = pages[future]
        print(f"page {page}: {len(future.result())} characters")
        if page > 1:
            ready[page - 1].set()
