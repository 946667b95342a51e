# /// script
# requires-python = ">=3.11"
# ///
import threading
from collections.abc import Iterable

stock = {"tea": 3, "milk": 1}
reading = threading.Event()
changed = threading.Event()


def deliver() -> None:
    reading.wait()  # forced: in the middle of the other's loop
    stock["bread"] = 2
    changed.set()


def report(items: Iterable[tuple[str, int]]) -> None:
    for name, number in items:
        print(f"{name}: {number}")
        reading.set()
        changed.wait()


threading.Thread(target=deliver).start()
try:
    report(stock.items())  # wrong
except RuntimeError as error:
    print(f"RuntimeError: {error}")

print("From a copy:")
report(stock.copy().items())  # right
