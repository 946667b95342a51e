# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice


def numbers() -> Iterator[int]:
    for number in count(1):  # never ends
        print(f"taking {number}")
        yield number


def square(number: int) -> int:
    return number * number


with ThreadPoolExecutor() as pool:
    squares = pool.map(square, numbers(), buffersize=2)
    for value in islice(squares, 3):
        print(f"result {value}")
