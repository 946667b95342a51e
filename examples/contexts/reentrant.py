# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with one attribute"
# [tool.verbatim.variant.replace]
# "self.before.append(Path.cwd())" = "self.last = Path.cwd()"
# "self.before.pop()" = "self.last"
# ///
import os
from pathlib import Path


class InFolder:
    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self.before: list[Path] = []

    def __enter__(self) -> None:
        self.before.append(Path.cwd())
        os.chdir(self.path)

    def __exit__(self, *error: object) -> None:
        os.chdir(self.before.pop())


start = Path.cwd()
Path("rooms").mkdir()
rooms = InFolder(Path("rooms"))

with rooms:
    pass
with rooms:
    print(f"used again: in {Path.cwd().name}")
print(f"back: {Path.cwd() == start}")

with rooms, rooms:
    print(f"one in the other: in {Path.cwd().name}")
print(f"back: {Path.cwd() == start}")
