# /// script
# requires-python = ">=3.12"
# ///
from contextlib import suppress
from pathlib import Path

Path("b.txt").touch()

with suppress(FileNotFoundError):
    Path("a.txt").unlink()
    Path("b.txt").unlink()
print("together:", sorted(p.name for p in Path().glob("*.txt")))

for name in ["a.txt", "b.txt"]:
    with suppress(FileNotFoundError):
        Path(name).unlink()
print("each:", sorted(p.name for p in Path().glob("*.txt")))

try:
    with suppress(FileNotFoundError):
        raise ExceptionGroup(
            "copy", [FileNotFoundError("a"), PermissionError("b")]
        )
except ExceptionGroup as group:
    print(repr(group))
