# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "one-by-one"
# pattern = 'one by one: (\d\.\d\d)'
# min = 0.9
# max = 1.6
# [[tool.verbatim.mask]]
# name = "pipeline"
# pattern = 'pipeline: (\d\.\d\d)'
# min = 0.6
# max = 0.89
# ///
import queue
import threading
import time

ITEMS = range(10)


def read(item: int) -> int:
    time.sleep(0.03)
    return item


def write(item: int) -> int:
    time.sleep(0.06)  # the slowest stage
    return item


def pipeline() -> None:
    between: queue.Queue[int | None] = queue.Queue(maxsize=2)

    def reader() -> None:
        for item in ITEMS:
            between.put(read(item))
        between.put(None)

    thread = threading.Thread(target=reader)
    thread.start()
    while (item := between.get()) is not None:
        write(item)
    thread.join()


def one_by_one() -> None:
    for item in ITEMS:
        write(read(item))


for run in [one_by_one, pipeline]:
    start = time.perf_counter()
    run()
    name = run.__name__.replace("_", " ")
    print(f"{name}: {time.perf_counter() - start:.2f} s")
