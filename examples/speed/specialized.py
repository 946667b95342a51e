# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "with a float"
# replace = { "size(3, 4)" = "size(3, 4.5)" }
# ///
import dis
import math
from collections.abc import Callable


def size(x: float, y: float) -> float:
    return abs(math.floor(x) + y)


def instructions(function: Callable[..., float]) -> list[str]:
    code = dis.get_instructions(function, adaptive=True)
    names = [step.opname for step in code]
    return [n for n in names if n.startswith(("LOAD_", "BIN", "CALL"))]


before = instructions(size)
for _ in range(100):
    size(3, 4)
for first, then in zip(before, instructions(size)):
    changed = then if then != first else ""
    print(f"{first:20} {changed}".rstrip())
