# /// script
# requires-python = ">=3.11"
# ///
import sys


class Letter:
    def __init__(self, size: int) -> None:
        if size > 10:
            raise ValueError("too large")
        self.text = "x" * size

    def __del__(self) -> None:
        print("burn", self.text)


sys.unraisablehook = lambda info: print("ignored:", info.exc_value)

letter = Letter(3)
del letter

try:
    Letter(30)
except ValueError as error:
    print("caught:", error)
