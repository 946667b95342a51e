# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "as a data descriptor"
# [tool.verbatim.variant.replace]
# "    # No __set__" = "    def __set__(self, *values) -> None: ..."
# ///
from collections.abc import Callable
from typing import Any


class Cached:
    # No __set__

    def __init__(self, function: Callable) -> None:
        self.function = function

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, obj: object, owner: type) -> Any:
        value = self.function(obj)
        vars(obj)[self.name] = value  # next time found first
        return value


class Text:
    def __init__(self, text: str) -> None:
        self.text = text

    @Cached
    def words(self) -> int:
        print("counting")
        return len(self.text.split())


text = Text("a cup of tea")
print(text.words, text.words)
print(vars(text))
text.text += " please"
print(text.words)
del vars(text)["words"]
print(text.words)
