# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def visit(guest: str) -> Generator[None]:
    print(f"{guest} comes in")
    try:
        yield
    finally:
        print(f"{guest} leaves")


manager = visit("Ada")
with manager:
    pass
try:
    with manager:
        print("never printed")
except Exception as error:
    print(f"second with: {type(error).__name__}")


@visit("Bob")
def talk() -> None:
    print("talking")


talk()
talk()
