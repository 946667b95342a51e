# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Iterable, Iterator
from itertools import count, islice


def merge(left: Iterable[str], right: Iterable[str]) -> Iterator[str]:
    lefts, rights = iter(left), iter(right)
    a, b = next(lefts, None), next(rights, None)
    while a is not None and b is not None:
        if a <= b:
            yield a
            a = next(lefts, None)
        else:
            yield b
            b = next(rights, None)
    for first, rest in (a, lefts), (b, rights):
        if first is not None:
            yield first
            yield from rest


def ticks(name: str, step: int) -> Iterator[str]:
    for minute in count(step, step):
        print(f"  reads {name}")
        yield f"{minute:02} {name}"


print(list(islice(merge(ticks("door", 3), ticks("cat", 5)), 4)))
print(list(merge(["1", "4"], ["2", "3", "5", "6"])))
