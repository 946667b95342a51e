# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Callable
from typing import Any

SPECIAL = "__len__", "__getitem__", "__iter__", "__contains__"


class Proxy:
    def __init__(self, target: Any) -> None:
        self.target = target

    def __getattr__(self, name: str) -> Any:
        return getattr(self.target, name)


def forward(name: str) -> Callable[..., Any]:
    def method(self: Proxy, *args: Any) -> Any:
        print(f"  {name}")
        return getattr(type(self.target), name)(self.target, *args)

    return method


def proxy(target: Any) -> Proxy:
    names = [name for name in SPECIAL if hasattr(type(target), name)]
    methods = {name: forward(name) for name in names}
    return type("Proxy", (Proxy,), methods)(target)


numbers = proxy([1, 2, 3])
print(len(numbers), numbers[0], 2 in numbers, numbers.count(2))
print([10 * number for number in numbers])
print(hasattr(proxy(5), "__len__"))
