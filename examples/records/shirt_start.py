# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import dataclass


@dataclass
class Shirt:
    size: int
    color: str
    shelf: str = ""


here = Shirt(40, "red", shelf="A3")
there = Shirt(40, "red", shelf="B1")
small = Shirt(36, "blue")
print("equal:", here == there)
try:
    print("kinds:", len({here, there, small}))
    print("smallest:", min(here, there, small))
except TypeError:
    print("no hash, no order")
