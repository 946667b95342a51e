# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "stored in the descriptor"
# [tool.verbatim.variant.replace]
# "vars(obj)[self.name] = value" = "self.value = value"
# "return vars(obj)[self.name]" = "return self.value"
# ///
from typing import Any


class Positive:
    def __set_name__(self, owner: type, name: str) -> None:
        print(f"{owner.__name__}.{name}: {type(self).__name__}")
        self.name = name

    def __get__(self, obj: object, owner: type) -> Any:
        if obj is None:  # asked of the class
            return self
        return vars(obj)[self.name]

    def __set__(self, obj: object, value: float) -> None:
        if value <= 0:
            raise ValueError(f"{self.name} = {value}")
        vars(obj)[self.name] = value


class Tea:
    price = Positive()
    grams = Positive()

    def __init__(self, price: float, grams: int) -> None:
        self.price = price
        self.grams = grams


green = Tea(4.5, 100)
black = Tea(3.9, 250)
print(green.price, green.grams, black.price, black.grams)
try:
    black.price = 0
except ValueError as error:
    print(f"refused: {error}")
print(type(Tea.price).__name__)
