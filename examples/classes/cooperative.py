# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "naming the parents"
# [tool.verbatim.variant.replace]
# "super().__init__(**rest)" = 'Drink.__init__(self, rest["name"])'
# "super().__init__(**more)" = 'Drink.__init__(self, more["name"])'
# ///
from typing import Any


class Drink:
    def __init__(self, name: str) -> None:
        print(f"Drink: {name}")
        self.name = name


class Hot(Drink):
    def __init__(self, degrees: int, **rest: Any) -> None:
        super().__init__(**rest)
        print(f"Hot: {degrees}")
        self.degrees = degrees


class Sweet(Drink):
    def __init__(self, spoons: int, **more: Any) -> None:
        super().__init__(**more)
        print(f"Sweet: {spoons}")
        self.spoons = spoons


class Cocoa(Hot, Sweet):
    pass


cocoa = Cocoa(name="cocoa", degrees=70, spoons=2)
print(vars(cocoa))
