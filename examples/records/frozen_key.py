# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without frozen"
# replace = { "@dataclass(frozen=True)" = "@dataclass" }
# ///
from dataclasses import dataclass


@dataclass(frozen=True)
class Position:
    row: int
    column: int


start = Position(1, 2)
try:
    start.row = 5
    print("changed:", start)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")

try:
    pieces = {start: "rook"}
    print("found:", pieces[Position(1, 2)])
except TypeError as error:
    print("as a key:", type(error).__name__)
