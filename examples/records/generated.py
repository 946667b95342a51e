# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import dataclass


class PlainPoint:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y


@dataclass
class Point:
    x: int
    y: int = 0


def written(cls: type) -> list[str]:
    wanted = ["__init__", "__repr__", "__eq__", "__hash__", "__lt__"]
    return [name for name in wanted if name in vars(cls)]


print("plain:", written(PlainPoint))
print("dataclass:", written(Point))
print("hash:", Point.__hash__)
print("repr:", Point(3))
print("plain equal:", PlainPoint(3, 0) == PlainPoint(3, 0))
print("equal:", Point(3) == Point(3, 0))
print("a tuple too:", Point(3) == (3, 0))
