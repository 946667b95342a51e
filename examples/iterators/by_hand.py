# /// script
# requires-python = ">=3.11"
# ///
from typing import Self


class Countdown:
    def __init__(self, start: int) -> None:
        self.left = start

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> int:
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left + 1


for number in Countdown(3):
    print("for:", number)

steps = iter(Countdown(2))
while True:
    try:
        number = next(steps)
    except StopIteration:
        print("StopIteration")
        break
    print("by hand:", number)
