# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without pop-all"
# replace = { "stack.pop_all().close" = "stack.close" }
# ///
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

opened: list[TextIO] = []


def open_all(names: list[str]) -> tuple[list[TextIO], Callable]:
    """Open all the files, or none of them."""
    with ExitStack() as stack:
        files = []
        for name in names:
            files.append(stack.enter_context(open(name)))
            opened.append(files[-1])
        return files, stack.pop_all().close


for name in ("a", "b"):
    Path(name).write_text(f"text of {name}")

files, close_all = open_all(["a", "b"])
print("returned, closed:", [file.closed for file in files])
close_all()
print("at the end, closed:", [file.closed for file in files])

opened.clear()
try:
    open_all(["a", "b", "missing"])
except FileNotFoundError as error:
    print(f"{error.filename}: not found")
print("after the error, closed:", [file.closed for file in opened])
