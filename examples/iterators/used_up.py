# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with an iterable"
# replace = { "iter(Readings(values))" = "Readings(values)" }
# ///
from collections.abc import Iterator


class Readings:
    def __init__(self, values: list[int]) -> None:
        self.values = values

    def __iter__(self) -> Iterator[int]:
        for value in self.values:
            yield value * 10


values = [3, 1, 2]
readings = iter(Readings(values))
print("largest:", max(readings))
print("smallest:", min(readings, default="nothing left"))
print("20 is in:", 20 in readings)
