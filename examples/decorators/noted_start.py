# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Callable
from typing import Any


def noted(function: Callable[..., Any]) -> Callable[..., Any]:
    def wrapper(*args: Any) -> None:
        result = function(*args)
        print(f"{function.__name__}{args} gives {result}")

    return wrapper


@noted
def area(width: int, height: int) -> int:
    return width * height


print(area(3, 4))
print(area.__name__)
# print(area(width=3, height=4))
