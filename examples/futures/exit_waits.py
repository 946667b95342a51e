# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor

last_line_reached = threading.Event()


def job() -> None:
    last_line_reached.wait()
    print("job: finished")


pool = ThreadPoolExecutor()
pool.submit(job)
pool.shutdown(wait=False)
print("main: shutdown() has returned")
last_line_reached.set()
