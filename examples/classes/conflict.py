# /// script
# requires-python = ">=3.11"
# ///
from abc import ABCMeta
from collections.abc import Sized


class Named(type):
    def __str__(cls) -> str:
        return f"the class {cls.__name__}"


class Shop(metaclass=Named): ...


try:

    class Broken(Shop, Sized): ...
except TypeError as error:
    print(str(error).partition(":")[0])


class NamedABC(Named, ABCMeta): ...


class Stock(Shop, Sized, metaclass=NamedABC):
    def __len__(self) -> int:
        return 3


print(Stock, len(Stock()), isinstance(Stock(), Sized))
