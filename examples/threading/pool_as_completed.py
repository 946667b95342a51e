# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# order = "any"
# ///
import random
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch(page):
    time.sleep(random.uniform(0.01, 0.05))
    return f"text of page {page}"


with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(fetch, page) for page in [1, 2, 3, 4]]
    for future in as_completed(futures):
        print(future.result())
