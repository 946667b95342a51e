# /// script
# requires-python = ">=3.12"
# ///
import functools
from collections.abc import Callable


def once[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    results: list[R] = []

    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        if not results:
            results.append(function(*args, **kwargs))
        return results[0]

    return wrapper


@once
def load(path: str) -> dict[str, str]:
    print(f"  loads {path}")
    return {"language": "en"}


@once
def warn() -> None:
    print("  the disk is nearly full")


print(load("settings.toml") is load("other.toml"))
print(warn(), warn())
