# /// script
# requires-python = ">=3.11"
# ///
class Basket:
    def __init__(self, pieces: int) -> None:
        self.pieces = pieces  # goes through the setter, too

    @property
    def pieces(self) -> int:
        return self._pieces

    @pieces.setter
    def pieces(self, value: int) -> None:
        if value < 0:
            raise ValueError(f"{value} pieces in a basket")
        self._pieces = value

    @property
    def empty(self) -> bool:
        return self.pieces == 0


basket = Basket(3)
basket.pieces -= 3
print(basket.pieces, basket.empty, vars(basket))
for name, value in (("pieces", -1), ("empty", False)):
    try:
        setattr(basket, name, value)
    except (ValueError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
try:
    Basket(-1)
except ValueError as error:
    print(f"at the start: {error}")
