# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from collections.abc import Callable
from concurrent.futures import (
    InterpreterPoolExecutor,
    ProcessPoolExecutor,
)
from threading import Lock


def where() -> str:
    return __name__  # a global variable of this file


def adder(amount: int) -> Callable[[int], int]:
    return lambda number: number + amount  # a closure


if __name__ == "__main__":
    calls = {
        "a lambda": (lambda number: number + 5, 1),
        "a closure": (adder(5), 1),
        "a function with globals": (where,),
        "a lock as an argument": (repr, Lock()),
    }
    for executor in [InterpreterPoolExecutor, ProcessPoolExecutor]:
        print(executor.__name__)
        with executor(max_workers=1) as pool:
            for what, call in calls.items():
                future = pool.submit(*call)
                error = future.exception()
                if error is None:
                    print(f"  {what}: {future.result()}")
                else:
                    print(f"  {what}: {type(error).__name__}")
