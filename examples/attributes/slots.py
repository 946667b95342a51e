# /// script
# requires-python = ">=3.11"
# ///
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y


point = Point(3, 4)
member = vars(Point)["x"]
print(type(member).__name__, member.__get__(point, Point))
print(f"has a __dict__: {hasattr(point, '__dict__')}")

try:
    point.z = 5
except AttributeError as error:
    print(error)
try:

    class Marked:
        __slots__ = ("color",)
        color = "red"
except ValueError as error:
    print(error)
