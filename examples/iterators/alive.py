# /// script
# requires-python = ">=3.11"
# ///
import weakref
from collections.abc import Iterable, Iterator
from itertools import tee


class Row:
    pass


def rows(count: int) -> Iterator[Row]:
    for _ in range(count):
        yield Row()


def most(source: Iterable[Row]) -> int:
    living: weakref.WeakSet[Row] = weakref.WeakSet()
    top = 0
    for row in source:
        living.add(row)
        top = max(top, len(living))
    return top


print("generator:", most(rows(1000)))
print("list:", most(list(rows(1000))))
first, second = tee(rows(1000))
print("tee, one after the other:", most(first), most(second))
left, right = tee(rows(1000))
print("tee, side by side:", most(a for a, b in zip(left, right)))
