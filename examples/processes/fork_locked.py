# /// script
# requires-python = ">=3.12"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "with forkserver"
# replace = { '"fork"' = '"forkserver"' }
# ///
import threading
import warnings
from multiprocessing import get_context

lock = threading.Lock()
held = threading.Event()
may_release = threading.Event()


def hold() -> None:
    with lock:
        held.set()
        may_release.wait()


def work() -> None:
    print(f"Child: got the lock: {lock.acquire(timeout=0.2)}")


if __name__ == "__main__":
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()  # forced: the thread has the lock

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        child = get_context("fork").Process(target=work)
        child.start()
    may_release.set()
    thread.join()
    child.join()
    print(f"Parent: the lock is held: {lock.locked()}")
    for warning in caught:
        print(f"Parent: {warning.category.__name__}")
