# /// script
# requires-python = ">=3.11"
# ///
import os
import sys
from concurrent.futures import (
    Executor,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)


def pool_for_computing() -> Executor:
    """Workers that compute at the same time, one per core."""
    if getattr(sys, "_is_gil_enabled", lambda: True)():
        return ProcessPoolExecutor()
    return ThreadPoolExecutor(max_workers=os.process_cpu_count())


def digits(number: int) -> int:
    return len(str(2**number))


if __name__ == "__main__":
    with pool_for_computing() as pool:
        print(type(pool).__name__)
        print(list(pool.map(digits, [10, 100, 1000])))
