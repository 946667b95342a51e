# /// script
# requires-python = ">=3.11"
# ///
import sys
import tracemalloc


class Point:
    def __init__(self) -> None:
        self.x = 1
        self.y = 2


class SlotPoint:
    __slots__ = ("x", "y")

    def __init__(self) -> None:
        self.x = 1
        self.y = 2


def bytes_each(kind: type, many: int = 100_000) -> int:
    points: list[object] = [None] * many
    tracemalloc.start()
    for place in range(many):
        points[place] = kind()
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return round(used / many)


for kind in Point, SlotPoint:
    print(kind.__name__, "getsizeof():", sys.getsizeof(kind()))
    print(kind.__name__, "allocated: ", bytes_each(kind))
