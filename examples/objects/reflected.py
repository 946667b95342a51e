# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without NotImplemented"
# [tool.verbatim.variant.replace]
# "return NotImplemented\n\n " = "raise TypeError('no number')\n\n "
# ///
class Length:
    def __init__(self, meters: float) -> None:
        self.meters = meters

    def __mul__(self, other: object) -> "Length":
        if isinstance(other, int | float):
            return Length(self.meters * other)
        return NotImplemented

    __rmul__ = __mul__


class Discount:
    def __rmul__(self, other: object) -> Length:
        if isinstance(other, Length):
            return Length(other.meters / 2)
        return NotImplemented


board = Length(3)
print("board * 2:", (board * 2).meters)
print("2 * board:", (2 * board).meters)
for other in Discount(), None:
    try:
        print("board * other:", (board * other).meters)
    except TypeError as error:
        print("TypeError:", error)
