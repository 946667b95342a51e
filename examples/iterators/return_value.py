# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Generator


def section(title: str, *items: str) -> Generator[str, None, int]:
    yield f"== {title} =="
    yield from items
    return len(items)


def menu() -> Generator[str]:
    drinks = yield from section("Drinks", "tea", "coffee")
    cakes = yield from section("Cakes", "apple", "plum")
    yield f"({drinks} drinks, {cakes} cakes)"


for line in menu():
    print(line)

alone = section("Soups")
next(alone)
try:
    next(alone)
except StopIteration as stop:
    print("StopIteration:", stop.value)
