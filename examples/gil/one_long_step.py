# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeout = 40
# ///
import random
import threading
import time
from collections.abc import Callable

numbers = [random.random() for _ in range(500_000)]


def add_up() -> None:
    total = 0.0
    for _ in range(12):
        for number in numbers:
            total += number


def sort() -> None:
    sorted(numbers)


def stands_still(work: Callable[[], None]) -> bool:
    """Whether another thread stands still while this one works."""
    pauses: list[float] = []
    done = threading.Event()

    def look_at_the_clock() -> None:
        longest = 0.0
        last = time.perf_counter()
        while not done.is_set():
            now = time.perf_counter()
            longest = max(longest, now - last)
            last = now
        pauses.append(longest)

    thread = threading.Thread(target=look_at_the_clock)
    thread.start()
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    done.set()
    thread.join()
    return pauses[0] > seconds / 2 > 0.02


print(f"During a loop: {'yes' if stands_still(add_up) else 'no'}")
print(f"During one sorted(): {'yes' if stands_still(sort) else 'no'}")
