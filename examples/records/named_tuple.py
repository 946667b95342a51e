# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import dataclass
from typing import NamedTuple


class Size(NamedTuple):
    width: int
    height: int


class Price(NamedTuple):
    euros: int
    cents: int


@dataclass(frozen=True)
class Area:
    width: int
    height: int


size, price = Size(3, 4), Price(3, 4)
print("size == price:", size == price)
print("size == (3, 4):", size == (3, 4))
print("in a set:", len({size, price, (3, 4)}))
print("size + price:", size + price)
print("Area == Size:", Area(3, 4) == size)
width, height = size
print("unpacked:", width, height)
