# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import dataclass, field


@dataclass(order=True, frozen=True)
class Release:
    major: int
    minor: int
    note: str = field(default="", compare=False)
    token: str = field(default="", repr=False, compare=False)


first = Release(3, 14, "stable", token="secret")
second = Release(3, 14, "old")
print(first)
print("equal:", first == second)
print("one member:", len({first, second}))
print("newest:", max(first, Release(3, 9), Release(3, 15)))
