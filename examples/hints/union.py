# /// script
# requires-python = ">=3.11"
# ///
from typing import Optional

new = int | None
old = Optional[int]
print("equal:", new == old)
print("kinds:", type(new).__name__, type(old).__name__)
print("printed:", new, "and", old)
