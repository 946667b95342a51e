# /// script
# requires-python = ">=3.11"
# ///
import functools
from typing import Any


def logged(function: Any = None, /, *, prefix: str = "call") -> Any:
    if function is None:
        return functools.partial(logged, prefix=prefix)

    @functools.wraps(function)
    def wrapper(*args: Any) -> Any:
        print(f"{prefix}: {function.__name__}{args}")
        return function(*args)

    return wrapper


@logged
def add(a: int, b: int) -> int:
    return a + b


@logged(prefix="math")
def double(a: int) -> int:
    return 2 * a


print(add(3, 4))
print(double(5))
