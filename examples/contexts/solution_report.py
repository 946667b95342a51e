# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Generator
from contextlib import contextmanager

depth = 0


def line(text: str) -> None:
    print("  " * depth + text)


@contextmanager
def section(title: str) -> Generator[None]:
    global depth
    line(title)
    depth += 1
    try:
        yield
    finally:
        depth -= 1


with section("Stock"):
    with section("Tea"):
        line("green: 3")
    with section("Coffee"):
        line("whole: 5")
    line("end of the stock")
