# /// script
# requires-python = ">=3.13"
# [tool.verbatim]
# optional = true
# ///
from typing import get_args, get_origin


class Stack[T = int]:
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> None:
        self._items.append(item)

    def pop(self) -> T:
        return self._items.pop()


type Pair[A, B = A] = tuple[A, B]

print(Stack.__type_params__, Stack.__type_params__[0].__default__)
words = Stack[str]()
words.push("tea")
words.push(3)  # only a checker objects
print(words.pop())
print("kept:", words.__orig_class__)
print(get_origin(Stack[str]).__name__, get_args(Stack[str]))
print(Pair[int, str].__value__, get_args(Pair[int, str]))
