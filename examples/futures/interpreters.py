# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from concurrent.futures import (
    InterpreterPoolExecutor,
    ProcessPoolExecutor,
)


def double(numbers: memoryview) -> None:
    for place, number in enumerate(numbers):
        numbers[place] = number * 2


if __name__ == "__main__":
    numbers = bytearray([1, 2, 3, 4, 5, 6])
    whole = memoryview(numbers)
    for executor in [InterpreterPoolExecutor, ProcessPoolExecutor]:
        with executor(max_workers=2) as pool:
            first = pool.submit(double, whole[:3])
            second = pool.submit(double, whole[3:])
        error = first.exception() or second.exception()
        print(f"{executor.__name__}: {error}")
    print(list(numbers))
