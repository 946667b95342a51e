# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without pop-all"
# remove = "undo.pop_all()  # all is well: forget the undoing"
# ///
from contextlib import ExitStack


def book(what: str, full: str) -> None:
    if what == full:
        raise RuntimeError(f"{what}: no room left")
    print(f"booked: {what}")


def cancel(what: str) -> None:
    print(f"canceled: {what}")


def travel(full: str = "") -> None:
    with ExitStack() as undo:
        for what in ("train", "hotel", "museum"):
            book(what, full)
            undo.callback(cancel, what)
        undo.pop_all()  # all is well: forget the undoing


travel()
print("---")
try:
    travel(full="museum")
except RuntimeError as error:
    print(error)
