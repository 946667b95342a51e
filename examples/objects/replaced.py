# /// script
# requires-python = ">=3.13"
# ///
import copy
from datetime import date
from typing import Any, Self


class Trip:
    def __init__(self, start: date, places: int) -> None:
        if places < 1:
            raise ValueError("a trip without a place")
        self.start = start
        self.places = places

    def __replace__(self, /, **changes: Any) -> Self:
        return type(self)(**vars(self) | changes)


trip = Trip(date(2027, 4, 30), places=4)
later = copy.replace(trip, start=copy.replace(trip.start, month=6))
print(trip.start, trip.places)
print(later.start, later.places)
try:
    copy.replace(trip, places=0)
except ValueError as error:
    print("ValueError:", error)
