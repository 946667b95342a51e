# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# ///
import time
from concurrent.futures import ThreadPoolExecutor


def fetch():
    time.sleep(0.6)
    return "the page"


with ThreadPoolExecutor() as pool:
    future = pool.submit(fetch)
    try:
        future.result(timeout=0.2)
    except TimeoutError:
        print(f"Not yet. Done: {future.done()}")
# here the pool has waited for the call
print(f"Later: {future.result()}")
