# /// script
# requires-python = ">=3.11"
# ///
import functools
from collections.abc import Callable
from typing import Any


def noted(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        result = function(*args, **kwargs)
        print(f"{function.__name__}{args}{kwargs} gives {result}")
        return result

    return wrapper


@noted
def area(width: int, height: int) -> int:
    return width * height


print(area(3, 4))
print(area(width=3, height=4))
print(area.__name__)
