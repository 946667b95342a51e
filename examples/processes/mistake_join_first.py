# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# hangs = true
# timeout = 1
# [[tool.verbatim.variant]]
# name = "with a small parcel"
# replace = { "1_000_000" = "1_000" }
# hangs = false
# timeout = 10
# ///
from multiprocessing import get_context
from multiprocessing.queues import Queue


def produce(results: "Queue[bytes]") -> None:
    results.put(b"x" * 1_000_000)
    print("put() is over")


if __name__ == "__main__":
    context = get_context("forkserver")
    results = context.Queue()
    child = context.Process(target=produce, args=(results,))
    child.start()
    child.join()  # wrong: the data is still on its way
    print(f"Received: {len(results.get())} bytes")
