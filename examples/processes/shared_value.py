# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with total.get_lock():"
# ///
import threading
from contextlib import suppress
from multiprocessing import Array, Barrier, Process, Value
from multiprocessing.sharedctypes import (
    Synchronized,
    SynchronizedArray,
)


def count(
    total: "Synchronized[int]",
    per_worker: "SynchronizedArray[int]",
    index: int,
    meeting: threading.Barrier,
) -> None:
    meeting.wait()  # both have started
    for _ in range(100):
        with total.get_lock():
            seen = total.value  # read
            with suppress(threading.BrokenBarrierError):
                meeting.wait(timeout=0.5)  # forced: has the other read?
            total.value = seen + 1  # add and write
        per_worker[index] += 1  # no other process touches this one


if __name__ == "__main__":
    total = Value("i", 0)
    per_worker = Array("i", 2)
    meeting = Barrier(2)
    workers = [
        Process(target=count, args=(total, per_worker, index, meeting))
        for index in range(2)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(f"Per worker: {per_worker[:]}")
    print(f"Total: {total.value}")
