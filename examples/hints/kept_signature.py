# /// script
# requires-python = ">=3.12"
# ///
from collections.abc import Callable
from functools import wraps
from inspect import signature


def logged[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        print("calling", function.__name__)
        return function(*args, **kwargs)

    return call


@logged
def add(left: int, right: int = 0) -> int:
    return left + right


print(add(2, right=3))
print(signature(add))
print(logged.__type_params__)
print(logged.__annotations__["function"])
