# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "written in place"
# replace = { 'path.with_suffix(".new")' = "path" }
# ///
import json
import os
from pathlib import Path


class Broken:
    """Makes json.dump() fail halfway."""


def save(path: Path, value: object) -> None:
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as file:
        json.dump(value, file)
        file.flush()
        os.fsync(file.fileno())  # on the disk, not in a buffer
    os.replace(new, path)  # the old one, or the new one


path = Path("scores.json")
save(path, {"ada": 3})
print(path.read_text(encoding="utf-8"))
try:
    save(path, {"ada": 4, "bob": Broken()})
except TypeError as error:
    print("failed:", type(error).__name__)
print(path.read_text(encoding="utf-8"))
