# /// script
# requires-python = ">=3.11"
# ///
from enum import Flag
from typing import Self


class Mode(Flag):
    READ = 4
    WRITE = 2
    RUN = 1

    @classmethod
    def parse(cls, text: str) -> Self:
        mode = cls(0)
        for bit, letter, given in zip(cls, "rwx", text, strict=True):
            if given == letter:
                mode |= bit
            elif given != "-":
                raise ValueError(f"no mode: {text}")
        return mode

    def __str__(self) -> str:
        return "".join(
            letter if bit in self else "-"
            for bit, letter in zip(type(self), "rwx", strict=True)
        )


for text in ["r-x", "rw-", "---", "xwr"]:
    try:
        mode = Mode.parse(text)
        print(f"{mode} {mode.value} {mode!r}")
    except ValueError as error:
        print("refused:", error)
print("without writing:", Mode.parse("rwx") & ~Mode.WRITE)
