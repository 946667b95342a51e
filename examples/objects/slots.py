# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import tracemalloc


class Open:
    def __init__(self, x: int, y: int) -> None:
        self.x, self.y = x, y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x: int, y: int) -> None:
        self.x, self.y = x, y


class Child(Slotted):
    pass


for kind in Open, Slotted, Child:
    tracemalloc.start()
    points = [kind(3, 4) for _ in range(1000)]
    size = tracemalloc.get_traced_memory()[0] // 1000
    tracemalloc.stop()
    try:
        points[0].z = 5
        print(f"{kind.__name__}: {size} bytes, {vars(points[0])}")
    except AttributeError as error:
        print(f"{kind.__name__}: {size} bytes, {error}")
