# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeout = 40
# ///
import random
import threading
import time

numbers = [random.random() for _ in range(500_000)]


def add_up():
    total = 0
    for _ in range(12):
        for number in numbers:
            total += number


def sort():
    sorted(numbers)


def stands_still(work):
    """Whether another thread stands still while this one works."""
    pauses = []
    done = threading.Event()

    def look_at_the_clock():
        longest = 0
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
