# /// script
# requires-python = ">=3.11"
# ///
from inspect import signature


def double(number: int) -> int:
    return number * 2


print(double("ab"))
print(signature(double))
print(double.__annotations__)


class Point:
    x: int
    y: int = 0


print(Point.__annotations__)
print("has x:", hasattr(Point, "x"), "has y:", hasattr(Point, "y"))
