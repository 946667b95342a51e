# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from typing import get_type_hints


class Node:
    def __init__(self, value: int, next: Node | None = None) -> None:
        self.value = value
        self.next = next

    def last(self) -> Node:
        return self.next.last() if self.next else self


def load(path: Path) -> Node:  # Path is defined below
    raise NotImplementedError(path)


class Path:
    pass


print(Node.last.__annotations__["return"] is Node)
print(get_type_hints(load))
print(Node(1, Node(2)).last().value)
