# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import functools
import inspect
from collections.abc import Callable


def counted[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    calls = 0

    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        nonlocal calls
        calls += 1
        print(f"call {calls} of {function.__name__}")
        return function(*args, **kwargs)

    return wrapper


@counted
def move(robot: Robot, steps: int = 1) -> str:
    return f"{robot.name} is at {steps}"


class Robot:
    def __init__(self, name: str) -> None:
        self.name = name


print(move(Robot("Marvin"), steps=3))
print(inspect.signature(move))
print(move.__annotations__["robot"] is Robot)
