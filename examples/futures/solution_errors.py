# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ThreadPoolExecutor


def outcome(future):
    """The result, or the exception if there is none."""
    error = future.exception()
    return future.result() if error is None else error


def try_map(pool, function, items):
    """One outcome for each item, in the order of the items."""
    futures = [pool.submit(function, item) for item in items]
    return [outcome(future) for future in futures]


with ThreadPoolExecutor() as pool:
    for value in try_map(pool, int, ["1", "two", "3"]):
        print(repr(value))
