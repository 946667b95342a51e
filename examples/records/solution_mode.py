# /// script
# requires-python = ">=3.11"
# ///
from enum import Flag, auto
from functools import reduce
from operator import or_


class Mode(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()

    @classmethod
    def parse(cls, text: str) -> "Mode":
        found = [
            mode
            for mode, letter in zip(cls, text, strict=True)
            if letter != "-"
        ]
        return reduce(or_, found, cls(0))

    def __str__(self) -> str:
        return "".join(
            letter if mode in self else "-"
            for mode, letter in zip(type(self), "rwx", strict=True)
        )


for text in ["r-x", "rw-", "---"]:
    mode = Mode.parse(text)
    print(f"{mode} {mode.value} {mode!r}")
print("without writing:", Mode.parse("rwx") & ~Mode.WRITE)
