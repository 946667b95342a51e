# /// script
# requires-python = ">=3.11"
# ///
import functools
from typing import Any


def logged(function: Any = None, /, *, prefix: str = "call") -> Any:
    if function is None:
        return functools.partial(logged, prefix=prefix)

    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        print(f"{prefix}: {function.__name__}")
        return function(*args, **kwargs)

    return wrapper


@logged
def add(a: int, b: int) -> int:
    return a + b


@logged(prefix="math")
def double(a: int) -> int:
    return 2 * a


print(add(3, 4))
print(double(5))
