# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeout = 40
# ///
import random
import sys
import threading
import time
from collections.abc import Callable

sys.setswitchinterval(0.005)  # the default
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
    looks = threading.Event()
    done = threading.Event()

    def look_at_the_clock() -> None:
        longest = 0.0
        last = time.process_time()
        while not done.is_set():
            now = time.process_time()
            longest = max(longest, now - last)
            last = now
            looks.set()
        pauses.append(longest)

    thread = threading.Thread(target=look_at_the_clock)
    thread.start()
    looks.wait()
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    done.set()
    thread.join()
    return pauses[0] > seconds / 2 > 0.02


print(f"During a loop: {'yes' if stands_still(add_up) else 'no'}")
print(f"During one sorted(): {'yes' if stands_still(sort) else 'no'}")
