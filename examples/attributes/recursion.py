# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the guard"
# remove = 'if name == "target":  # not there yet'
# ///
import copy
from typing import Any


class Proxy:
    def __init__(self, target: object) -> None:
        self.target = target
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name == "target":  # not there yet
            raise AttributeError(name)
        return getattr(self.target, name)


proxy = Proxy([3, 1, 2])
proxy.sort()
print(proxy.target)
try:
    twin = copy.copy(proxy)
    print(twin.target, twin.index(3))
except RecursionError as error:
    print(f"{type(error).__name__}")
