# /// script
# requires-python = ">=3.11"
# ///
import random
import time
from concurrent.futures import ThreadPoolExecutor


def fetch(page):
    time.sleep(random.uniform(0.01, 0.05))
    return f"text of page {page}"


with ThreadPoolExecutor(max_workers=4) as pool:
    for text in pool.map(fetch, [1, 2, 3, 4]):
        print(text)
