# /// script
# requires-python = ">=3.11"
# ///
import struct
import sys

EMPTY = sys.getsizeof([])
POINTER = struct.calcsize("P")  # bytes of one reference


def room(items: list[int]) -> int:
    return (sys.getsizeof(items) - EMPTY) // POINTER


items: list[int] = []
steps: list[int] = []
for number in range(1_000_000):
    items.append(number)
    if not steps or room(items) != steps[-1]:
        steps.append(room(items))

print("room for:", steps[:8])
print("appended:", f"{len(items):,}")
print("resized: ", len(steps))
print("room left over:", f"{steps[-1] - len(items):,}")
print("a copy has room for:", f"{room(items.copy()):,}")
