# /// script
# requires-python = ">=3.11"
# ///
import dis
from collections.abc import Callable

counter = 0
names: list[str] = []


def add_one() -> None:
    global counter
    counter += 1


def append_one() -> None:
    names.append("Ada")


def show(function: Callable[[], None], *wanted: str) -> None:
    print(f"{function.__name__}:")
    for step in dis.get_instructions(function):
        if step.opname.startswith(wanted):
            print(f"  {step.opname} {step.argrepr}".rstrip())


show(add_one, "LOAD_GLOBAL", "BINARY_OP", "STORE_GLOBAL")
show(append_one, "LOAD_GLOBAL", "CALL")
