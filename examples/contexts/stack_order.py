# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Generator
from contextlib import ExitStack, contextmanager


@contextmanager
def layer(name: str) -> Generator[str]:
    print(f"put on {name}")
    try:
        yield name
    finally:
        print(f"take off {name}")


with ExitStack() as stack:
    stack.callback(print, "wash the clothes")
    for garment in ("shirt", "pullover", "coat"):
        stack.enter_context(layer(garment))
    print("go out")
