# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Generator, Iterator
from contextlib import contextmanager


@contextmanager
def opened(name: str) -> Generator[None]:
    print(f"open {name}")
    try:
        yield
    finally:
        print(f"close {name}")


@opened("log")
def lines() -> Iterator[str]:
    yield "tea"
    yield "milk"


for line in lines():
    print(line)
