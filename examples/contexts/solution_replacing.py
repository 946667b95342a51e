# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "writing in place"
# replace = { 'path.with_name(f"{path.name}.new")' = "path" }
# ///
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def replacing(path: Path) -> Generator[TextIO]:
    draft = path.with_name(f"{path.name}.new")
    try:
        with draft.open("w") as file:
            yield file
        draft.replace(path)  # at one instant
    finally:
        draft.unlink(missing_ok=True)


def show(path: Path) -> None:
    text = path.read_text().split() if path.exists() else None
    print(text, "drafts:", len(list(Path().glob("*.new"))))


menu = Path("menu.txt")
menu.write_text("tea\ncoffee\n")
try:
    with replacing(menu) as file:
        file.write("cocoa\n")
        raise KeyError("price")
except KeyError as error:
    print(f"failed: {error}")
show(menu)

with replacing(menu) as file:
    file.write("cocoa\njuice\n")
show(menu)
