# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without try and finally"
# [tool.verbatim.variant.replace]
# "try:\n        yield\n    finally:\n        " = "yield\n    "
# ///
from collections.abc import Generator
from contextlib import contextmanager

in_work: list[str] = []


@contextmanager
def order(name: str) -> Generator[None]:
    in_work.append(name)
    try:
        yield
    finally:
        in_work.remove(name)


with order("tea"):
    print(f"in work: {in_work}")

try:
    with order("coffee"):
        raise RuntimeError("no beans")
except RuntimeError as error:
    print(f"outside: {error}")
print(f"left over: {in_work}")
