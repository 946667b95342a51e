# /// script
# requires-python = ">=3.11"
# ///
from typing import Protocol, runtime_checkable


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self) -> None:
        print("the door is shut")


class Deal:
    def close(self, price: int, buyer: str) -> bool:
        return price > 0


class Shop:
    close = "at six"


for thing in [Door(), Deal(), Shop(), "text"]:
    name = type(thing).__name__
    print(f"{name}: {isinstance(thing, Closable)}")
print("a base of Door:", Closable in Door.__mro__)
