# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor

callback_set = threading.Event()


def add(a, b):
    callback_set.wait()
    return a + b


def tell(future):
    where = threading.current_thread().name
    print(f"{future.result()}, told by {where}")


with ThreadPoolExecutor(thread_name_prefix="adder") as pool:
    future = pool.submit(add, 2, 3)
    future.add_done_callback(tell)  # not done yet
    callback_set.set()

future.add_done_callback(tell)  # done: called at once
