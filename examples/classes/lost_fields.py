# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from typing import Any


class Fields(type):
    def __new__(
        mcs, name: str, bases: tuple, space: dict[str, Any]
    ) -> Any:
        print("fields:", list(space.get("__annotations__", {})))
        return super().__new__(mcs, name, bases, space)


class Tea(metaclass=Fields):
    grams: int
    price: float


print("asked of the class:", list(Tea.__annotations__))
