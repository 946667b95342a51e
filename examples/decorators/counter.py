# /// script
# requires-python = ">=3.11"
# ///
import inspect
from collections.abc import Callable


def make_counter(start: int) -> Callable[[], int]:
    count = start

    def step() -> int:
        nonlocal count
        count += 1
        return count

    return step


tickets = make_counter(100)
orders = make_counter(0)
print(tickets(), tickets(), orders())
print(inspect.getclosurevars(tickets).nonlocals)
print(inspect.getclosurevars(orders).nonlocals)
