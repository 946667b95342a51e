# /// script
# requires-python = ">=3.11"
# ///
import tracemalloc
from collections.abc import Callable

PIECE = "0123456789" * 100
PIECES = 1000


class Report:
    def __init__(self) -> None:
        self.text = ""


def into_a_variable() -> str:
    text = ""
    for _ in range(PIECES):
        text += PIECE
    return text


def into_an_attribute() -> str:
    report = Report()
    for _ in range(PIECES):
        report.text += PIECE
    return report.text


def with_join() -> str:
    return "".join(PIECE for _ in range(PIECES))


def peak(make: Callable[[], str]) -> float:
    tracemalloc.start()
    size = len(make())
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / size


for make in into_a_variable, into_an_attribute, with_join:
    print(f"{make.__name__}: {peak(make):.1f} times the text")
