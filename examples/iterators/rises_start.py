# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Iterable, Iterator


def rises(values: Iterable[int]) -> Iterator[int]:
    values = list(values)
    for index in range(len(values) - 1):
        yield values[index + 1] - values[index]


readings = [12, 14, 13, 17, 17]
print(list(rises(readings)))
