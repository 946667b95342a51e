# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = { resolution = 0.1 }
# ///
import time
from concurrent.futures import ThreadPoolExecutor

seconds = {1: 0.6, 2: 0.2, 3: 0.2, 4: 0.2}


def fetch(page: int) -> str:
    time.sleep(seconds[page])
    return f"text of page {page}"


with ThreadPoolExecutor(max_workers=2) as pool:
    for text in pool.map(fetch, seconds):
        print(text)
