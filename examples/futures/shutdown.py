# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without cancelling the rest"
# replace = { ", cancel_futures=True" = "" }
# ///
import threading
from concurrent.futures import ThreadPoolExecutor

started = threading.Event()
finish = threading.Event()


def job(number: int) -> int:
    started.set()
    finish.wait()
    return number


pool = ThreadPoolExecutor(max_workers=1)
futures = [pool.submit(job, number) for number in range(5)]
started.wait()

pool.shutdown(wait=False, cancel_futures=True)
try:
    pool.submit(job, 5)
except RuntimeError as error:
    print(f"submit: {error}")

finish.set()
pool.shutdown()  # waits for what is still running
print([future.cancelled() for future in futures])
print(f"The first one was finished: {futures[0].result()}")
