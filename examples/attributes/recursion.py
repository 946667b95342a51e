# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the guard"
# remove = 'if name != "target":  # it may not be there yet'
# ///
import copy
from typing import Any


class Proxy:
    def __init__(self, target: object) -> None:
        self.target = target

    def __getattr__(self, name: str) -> Any:
        if name != "target":  # it may not be there yet
            return getattr(self.target, name)
        raise AttributeError(name)


proxy = Proxy([3, 1, 2])
proxy.sort()
print(proxy.target)
try:
    twin = copy.copy(proxy)
    print(twin.target, twin.index(3))
except RecursionError as error:
    print(f"{type(error).__name__}")
