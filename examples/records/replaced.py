# /// script
# requires-python = ">=3.13"
# [tool.verbatim]
# optional = true
# ///
from copy import replace
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Size(NamedTuple):
    width: int
    height: int


@dataclass(frozen=True)
class Booking:
    room: int
    nights: int

    def __post_init__(self) -> None:
        if self.nights < 1:
            raise ValueError("at least one night")


booking = Booking(7, nights=2)
print(replace(booking, nights=3))
print(replace(Size(3, 4), height=9))
print(replace(date(2026, 11, 30), day=1))
try:
    replace(booking, nights=0)
except ValueError as error:
    print("checked again:", error)
