# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the lock of the reader"
# remove = "with lock:  # the reader needs it, too"
# [[tool.verbatim.variant]]
# name = "without the lock of the writer"
# remove = "with lock:"
# recorded = false
# ///
import threading

accounts = {"Ada": 100, "Bob": 100}
lock = threading.Lock()
halfway = threading.Event()
counted = threading.Event()


def transfer(amount: int) -> None:
    with lock:
        accounts["Ada"] -= amount
        halfway.set()
        counted.wait(timeout=0.5)  # forced: come now, if you can
        accounts["Bob"] += amount


def count() -> None:
    halfway.wait()
    with lock:  # the reader needs it, too
        print(f"Counted: {sum(accounts.values())}")
    counted.set()


threads = [
    threading.Thread(target=count),
    threading.Thread(target=transfer, args=(50,)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"At the end: {sum(accounts.values())}")
