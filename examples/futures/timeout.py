# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor

arrived = threading.Event()


def fetch():
    arrived.wait()
    return "the page"


with ThreadPoolExecutor() as pool:
    future = pool.submit(fetch)
    try:
        future.result(timeout=0.1)
    except TimeoutError:
        print(f"Not yet. Done: {future.done()}")

    arrived.set()
    print(f"Later: {future.result(timeout=5)}")
