# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without sorting"
# replace = { "sorted(arrived)" = "arrived" }
# ///
import queue
import threading

texts: queue.Queue[tuple[int, str] | None] = queue.Queue()
sizes: queue.Queue[tuple[int, int]] = queue.Queue()
last_done = threading.Event()


def measure() -> None:
    while (numbered := texts.get()) is not None:
        number, text = numbered
        if text == "one":
            last_done.wait()  # forced: the first result comes last
        sizes.put((number, len(text)))
        if text == "five":
            last_done.set()


words = ["one", "two", "three", "four", "five"]
workers = [threading.Thread(target=measure) for _ in range(2)]
for worker in workers:
    worker.start()
for numbered in enumerate(words):
    texts.put(numbered)
for _ in workers:
    texts.put(None)
for worker in workers:
    worker.join()

arrived = [sizes.get() for _ in words]
print([size for number, size in sorted(arrived)])
