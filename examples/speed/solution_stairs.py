# /// script
# requires-python = ">=3.11"
# ///
from functools import cache

calls = 0


@cache
def ways(steps: int) -> int:
    global calls
    calls += 1
    if steps < 2:
        return 1
    return ways(steps - 1) + ways(steps - 2)


print("ways:", ways(20))
print("calls:", calls)
