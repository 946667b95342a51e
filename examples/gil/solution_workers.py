# /// script
# requires-python = ">=3.11"
# ///
import os
import sys
from concurrent.futures import (
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)


def pool_for_computing():
    """Workers that compute at the same time, one per core."""
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    pool = ProcessPoolExecutor if gil else ThreadPoolExecutor
    return pool(max_workers=os.cpu_count())


def digits(number):
    return len(str(2**number))


if __name__ == "__main__":
    with pool_for_computing() as pool:
        print(list(pool.map(digits, [10, 100, 1000])))
