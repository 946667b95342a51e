# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the fallback"
# remove = "def __getattr__(self, name: str) -> Any:"
# ///
from typing import Any


class Order:
    pieces = 3
    price = 4

    @property
    def total(self) -> int:
        return self.pieces * self.prise  # misspelled

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"an order has no {name}")


order = Order()
try:
    print(order.total)
except AttributeError as error:
    print(error)
