# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy>=2"]
# [[tool.verbatim.variant]]
# name = "with close too early"
# [tool.verbatim.variant.replace]
# "    block.close()  # from here on, the array must not be used" = ""
# "    numbers[first:last] **= 2" = """
#     block.close()
#     numbers[first:last] **= 2"""
# ///
import pickle
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

import numpy as np

SHAPE = (1000, 1000)


def square(name: str, first: int, last: int) -> None:
    block = SharedMemory(name)
    numbers = np.ndarray(SHAPE, dtype=np.int64, buffer=block.buf)
    numbers[first:last] **= 2
    block.close()  # from here on, the array must not be used


if __name__ == "__main__":
    numbers = np.full(SHAPE, 3)
    block = SharedMemory(create=True, size=numbers.nbytes)
    shared = np.ndarray(SHAPE, numbers.dtype, buffer=block.buf)
    shared[:] = numbers

    halves = [(block.name, 0, 500), (block.name, 500, 1000)]
    print(f"The array: {len(pickle.dumps(numbers, 5))} bytes")
    print(f"Sent to a child: {len(pickle.dumps(halves[0], 5))} bytes")

    children = [Process(target=square, args=half) for half in halves]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"Exit codes: {[child.exitcode for child in children]}")
    print(f"Sum of the squares: {shared.sum()}")
    block.close()
    block.unlink()
