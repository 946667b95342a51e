# /// script
# requires-python = ">=3.11"
# ///
from array import array
from collections import deque


def shape(value: object) -> str:
    match value:
        case []:
            return "empty"
        case [only]:
            return f"one item: {only!r}"
        case [first, *middle, last]:
            return f"{first!r} … {len(middle)} … {last!r}"
        case _:
            return "no sequence"


values = [
    (),
    ["tea"],
    range(5),
    deque([1, 2]),
    array("i", [7, 8, 9]),
    "tea",
    b"tea",
    {1, 2},
    iter([1, 2]),
]
for value in values:
    print(f"{type(value).__name__}: {shape(value)}")
