# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def outcome(future: Future[Result]) -> Result | BaseException:
    """The result, or the exception if there is none."""
    error = future.exception()
    return future.result() if error is None else error


def try_map(
    pool: Executor,
    function: Callable[[Item], Result],
    items: Iterable[Item],
) -> list[Result | BaseException]:
    """One outcome for each item, in the order of the items."""
    futures = [pool.submit(function, item) for item in items]
    return [outcome(future) for future in futures]


with ThreadPoolExecutor() as pool:
    for value in try_map(pool, int, ["1", "two", "3"]):
        print(repr(value))
