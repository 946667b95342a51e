# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeout = 5
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with total.get_lock():"
# ///
import threading
from contextlib import suppress
from multiprocessing import Barrier, Pool, Value
from multiprocessing.sharedctypes import Synchronized


def share(
    value: "Synchronized[int]", barrier: threading.Barrier
) -> None:
    global total, meeting
    total, meeting = value, barrier
    meeting.wait()  # both workers have started


def count(page: int) -> None:
    with total.get_lock():
        seen = total.value
        with suppress(threading.BrokenBarrierError):
            meeting.wait(timeout=0.5)  # forced: has the other read?
        total.value = seen + 1


if __name__ == "__main__":
    common = Value("i", 0)
    shared = (common, Barrier(2))
    with Pool(2, initializer=share, initargs=shared) as pool:
        pool.map(count, range(10), chunksize=1)
        print(f"Pages: {common.value}")
        try:
            pool.apply(count, (common,))  # wrong: sent, not inherited
        except RuntimeError as error:
            print(error)
