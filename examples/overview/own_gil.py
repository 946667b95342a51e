# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# timeout = 30
# ///
import sys
import time
from concurrent.futures import (
    Executor,
    InterpreterPoolExecutor,
    ThreadPoolExecutor,
)

BEGUN, STOP = 0, 1


def compute(flags: memoryview) -> str:
    """Compute until the flag says stop, at most a second."""
    flags[BEGUN] = 1
    end = time.thread_time() + 1  # a second on a core
    while time.thread_time() < end:
        if flags[STOP]:
            return "at the same time"
    return "one after the other"


def try_out(pool: Executor) -> str:
    flags = memoryview(bytearray(2))
    future = pool.submit(compute, flags)
    while not flags[BEGUN]:
        time.sleep(0.001)  # lets go of the GIL
    flags[STOP] = 1
    return future.result()


if __name__ == "__main__":
    sys.setswitchinterval(100)  # no thread is asked to let go
    for executor in [ThreadPoolExecutor, InterpreterPoolExecutor]:
        with executor(max_workers=1) as pool:
            print(f"{executor.__name__}: {try_out(pool)}")
