# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a dict"
# replace = { "= WeakKeyDictionary()" = "= {}" }
# ///
from collections.abc import MutableMapping
from typing import Any
from weakref import WeakKeyDictionary


class Note:
    """Works for objects that have no __dict__."""

    def __init__(self) -> None:
        self.notes: MutableMapping[object, str] = WeakKeyDictionary()

    def __get__(self, obj: object, owner: type) -> Any:
        if obj is None:
            return self
        return self.notes.get(obj, "")

    def __set__(self, obj: object, value: str) -> None:
        self.notes[obj] = value


class Seat:
    __slots__ = ("__weakref__", "number")
    note = Note()

    def __init__(self, number: int) -> None:
        self.number = number


def busy_evening() -> int:
    seats = [Seat(number) for number in range(100)]
    for seat in seats:
        seat.note = "reserved"
    return len(Seat.note.notes)


print(f"notes in the evening: {busy_evening()}")
print(f"notes the day after: {len(Seat.note.notes)}")
