# /// script
# requires-python = ">=3.11"
# ///
from typing import Any


class Record(type):
    def __new__(
        mcs, name: str, bases: tuple, space: dict[str, Any]
    ) -> Any:
        cls = super().__new__(mcs, name, bases, space)
        print(
            "in the namespace:",
            sorted(key for key in space if "annot" in key),
        )
        print("found there:", space.get("__annotations__"))
        print("asked of the class:", cls.__annotations__)
        return cls


class Tea(metaclass=Record):
    grams: int
    price: float
