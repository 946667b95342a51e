# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Iterable, Iterator


def pairs(items: Iterable[str]) -> Iterator[tuple[str, str]]:
    source = iter(items)
    while True:
        yield next(source), next(source)


def safe_pairs(items: Iterable[str]) -> Iterator[tuple[str, str]]:
    source = iter(items)
    for first in source:
        second = next(source, None)
        if second is not None:
            yield first, second


print(list(safe_pairs("abcde")))
try:
    for pair in pairs("abcde"):
        print(pair)
except RuntimeError as error:
    print("RuntimeError:", error)
    print("because of:", repr(error.__cause__))
