# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a small parcel"
# replace = { "1_000_000" = "1_000" }
# ///
from multiprocessing import Event, Process, Queue


def produce(results, returned):
    results.put(b"x" * 1_000_000)
    returned.set()  # put() is over, and so is this function


if __name__ == "__main__":
    results, returned = Queue(), Event()
    child = Process(target=produce, args=(results, returned))
    child.start()
    returned.wait()

    child.join(timeout=0.5)  # wrong: the data is still on its way
    print(f"Exit code after the first join: {child.exitcode}")

    data = results.get()
    child.join()
    print(f"Exit code after get() and join: {child.exitcode}")
    print(f"Received: {len(data)} bytes")
