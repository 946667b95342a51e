# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Generator


def lines(name: str) -> Generator[int]:
    print(f"{name}: open")
    number = 0
    try:
        while True:
            try:
                number += 1
                yield number
            except ValueError as error:
                print(f"{name}: begin again, {error}")
                number = 0
    finally:
        print(f"{name}: closed")


first = lines("first")
print(next(first), next(first))
print(first.throw(ValueError("bad line")))
first.close()
print("after close:", next(first, "nothing"))

second = lines("second")
print(next(second))
del second
never = lines("never")
never.close()
