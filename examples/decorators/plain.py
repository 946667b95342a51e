# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without wraps"
# replace = { "    @functools.wraps(function)\n" = "" }
# ///
import functools
import inspect
from collections.abc import Callable


def shout(function: Callable[..., str]) -> Callable[..., str]:
    @functools.wraps(function)
    def wrapper(*args: object, **kwargs: object) -> str:
        return function(*args, **kwargs).upper() + "!"

    return wrapper


@shout
def greet(name: str, *, word: str = "hello") -> str:
    """Return a greeting."""
    return f"{word} {name}"


print(greet("Ada", word="good morning"))
print(greet.__name__, "-", greet.__doc__)
print(inspect.signature(greet))
print(hasattr(greet, "__wrapped__"))
