# /// script
# requires-python = ">=3.11"
# ///
import sys

import counter
import counter as again
from counter import count

counter.count += 1
print(again is counter, sys.modules["counter"] is counter)
print(f"counter.count is {counter.count}, count is {count}")
