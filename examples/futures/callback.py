# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import Future, ThreadPoolExecutor

callbacks_added = threading.Event()


def add(a: int, b: int) -> int:
    callbacks_added.wait()
    return a + b


def report(future: Future[int]) -> None:
    where = threading.current_thread().name
    what = "cancelled" if future.cancelled() else future.result()
    print(f"{what}, reported by {where}")


with ThreadPoolExecutor(1, thread_name_prefix="adder") as pool:
    running = pool.submit(add, 2, 3)
    pending = pool.submit(add, 4, 5)
    running.add_done_callback(report)  # not done yet
    pending.add_done_callback(report)  # not done yet
    pending.cancel()
    callbacks_added.set()

running.add_done_callback(report)  # done: called at once
