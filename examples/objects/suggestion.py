# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# raises = "AttributeError"
# ///
class Shape:
    def __init__(self, area: float) -> None:
        self.area = area


class Room:
    def __init__(self, shape: Shape) -> None:
        self.shape = shape


office = Room(Shape(24.5))
print(office.shape.area)
print(office.area)
