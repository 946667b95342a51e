# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Iterable, Iterator
from itertools import count, islice, pairwise


def rises(values: Iterable[int]) -> Iterator[int]:
    for before, after in pairwise(values):
        if after > before:
            yield after - before


readings = [12, 14, 13, 17, 17]
print(list(rises(readings)))
print(list(islice(rises(n * n for n in count()), 5)))
