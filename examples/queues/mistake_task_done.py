# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading

jobs: queue.Queue[str] = queue.Queue()


def wait_for_all() -> None:
    jobs.join()


def is_waiting(thread: threading.Thread) -> bool:
    thread.join(timeout=0.1)
    return thread.is_alive()


jobs.put("wash")
jobs.get()  # taken and worked on, but not reported
waiter = threading.Thread(target=wait_for_all)
waiter.start()
print(f"Queue empty: {jobs.empty()}")
print(f"join() still waits: {is_waiting(waiter)}")

jobs.task_done()
waiter.join()
print("After task_done(): all done")
try:
    jobs.task_done()
except ValueError as error:
    print(f"Once too often: {error}")
