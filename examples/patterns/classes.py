# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Circle:
    __match_args__ = ("center", "radius")

    def __init__(self, center: Point, radius: int) -> None:
        self.center = center
        self.radius = radius


def describe(shape: object) -> str:
    match shape:
        case Point(0, 0):
            return "the origin"
        case Point(x=0) | Point(y=0):
            return "on an axis"
        case Circle(Point(0, 0), radius=r):
            return f"a circle of {r} around the origin"
        case Circle(_, r):
            return f"a circle of {r}"
    return "unknown"


for shape in [
    Point(0, 0),
    Point(3, 0),
    Circle(Point(0, 0), 5),
    Circle(Point(1, 2), 4),
    (0, 0),
]:
    print(describe(shape))
print("from the dataclass:", Point.__match_args__)
