# /// script
# requires-python = ">=3.11"
# ///
import weakref
from pathlib import Path


def remove(path: Path) -> None:
    path.unlink()
    print("removed", path)


class Draft:
    def __init__(self, name: str) -> None:
        self.path = Path(name)
        self.path.touch()
        self.close = weakref.finalize(self, remove, self.path)


first, second = Draft("first"), Draft("second")
third, fourth = Draft("third"), Draft("fourth")

first.close()
first.close()  # the second call does nothing
del second
print("end of the program:", third.path, fourth.path)
