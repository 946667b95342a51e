# /// script
# requires-python = ">=3.11"
# ///
from typing import Any


class Box:
    def __len__(self) -> int:
        return 3


box = Box()
box.__len__ = lambda: 100
print(len(box), box.__len__())


class Proxy:
    """Hands everything on to the object that it holds."""

    def __init__(self, target: object) -> None:
        self.target = target

    def __getattr__(self, name: str) -> Any:
        print(f"  asked for {name}")
        return getattr(self.target, name)


proxy = Proxy([1, 2, 3])
print(proxy.count(2))
print(proxy.__len__())
try:
    print(len(proxy))
except TypeError as error:
    print(error)
