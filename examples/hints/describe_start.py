# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from collections.abc import Callable
from typing import Any


def describe(function: Callable[..., Any]) -> str:
    hints = function.__annotations__
    return ", ".join(f"{name}: {hints[name]}" for name in hints)


def ship(order: Order, days: int | None = None) -> list[Parcel]:
    raise NotImplementedError


def double(number: float) -> float:
    return number * 2


for function in [ship, double]:
    try:
        print(describe(function))
    except NameError as error:
        print("unknown:", error.name)
