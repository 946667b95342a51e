# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Generator, Iterator
from contextlib import contextmanager


@contextmanager
def shop() -> Generator[None]:
    print("the shop opens")
    try:
        yield
    finally:
        print("the shop closes")


@shop()
def greet() -> str:
    print("good morning")
    return "greeted"


@shop()
def sales() -> Iterator[int]:
    for number in (1, 2):
        print(f"selling item {number}")
        yield number


print(greet())
print("--- a generator")
print(sum(sales()), "is the sum")
