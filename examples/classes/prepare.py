# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the metaclass"
# replace = { "(metaclass=Strict)" = "" }
# ///
from typing import Any


class Once(dict[str, Any]):
    def __setitem__(self, key: str, value: Any) -> None:
        if key in self and not key.startswith("__"):
            raise TypeError(f"{key} is defined twice")
        super().__setitem__(key, value)


class Strict(type):
    @classmethod
    def __prepare__(cls, name: str, bases: tuple, **rest: Any) -> Once:
        print(f"prepare {name}")
        return Once()

    def __new__(mcs, name: str, bases: tuple, space: Once) -> Any:
        names = [key for key in space if not key.startswith("__")]
        print(f"make {name} of {names}")
        return super().__new__(mcs, name, bases, dict(space))


class Suite(metaclass=Strict):
    def test_order(self) -> None: ...

    def test_bill(self) -> None: ...


try:

    class Copied(Suite):
        def test_order(self) -> None: ...

        def test_order(self) -> None: ...

    print(f"accepted: {[n for n in vars(Copied) if n[0] != '_']}")
except TypeError as error:
    print(error)
