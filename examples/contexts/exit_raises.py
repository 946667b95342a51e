# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def connection() -> Generator[None]:
    try:
        yield
    finally:
        raise OSError("could not hang up")


try:
    with connection():
        raise ValueError("wrong number")
except Exception as error:
    print(f"arrived: {error!r}")
    print(f"its context: {error.__context__!r}")
    print(f"its cause: {error.__cause__!r}")
