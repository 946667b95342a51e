# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Callable
from types import MethodType
from typing import Any


class ClassMethod:
    def __init__(self, function: Callable) -> None:
        self.function = function

    def __get__(self, obj: object, owner: type) -> Any:
        return MethodType(self.function, owner)


class ClassProperty(ClassMethod):
    def __get__(self, obj: object, owner: type) -> Any:
        return self.function(owner)


class Model:
    @ClassMethod
    def describe(cls: Any, mark: str) -> str:
        return f"{mark} {cls.__name__}"

    @ClassProperty
    def table(cls: Any) -> str:
        return cls.__name__.lower() + "s"


class Order(Model):
    pass


print(Model.describe("*"), Order().describe("#"))
print(Model.table, Order.table, Order().table)
