# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# elapsed = { min = 0.3, max = 2.0 }
# ///
import time
from concurrent.futures import ThreadPoolExecutor


def fetch(page):
    time.sleep(0.3)
    return f"page {page}"


with ThreadPoolExecutor(max_workers=10) as pool:
    pages = list(pool.map(fetch, range(10)))
print(f"{len(pages)} pages, the last is {pages[-1]}")
