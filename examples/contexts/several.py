# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def resource(name: str, ready: bool = True) -> Generator[str]:
    if not ready:
        raise RuntimeError(f"no {name}")
    print(f"+ {name}")
    try:
        yield name
    finally:
        print(f"- {name}")


with (
    resource("kettle") as kettle,
    resource(f"tea from the {kettle}") as tea,
):
    print(f"drink {tea}")

try:
    with (
        resource("kettle"),
        resource("tea", ready=False),
        resource("cup"),
    ):
        print("never printed")
except RuntimeError as error:
    print(error)
