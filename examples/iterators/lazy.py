# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Iterable, Iterator


def read(lines: Iterable[str]) -> Iterator[str]:
    print("read begins")
    for line in lines:
        print("read", line)
        yield line


def keep(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("#"):
            print("keep", line)
            yield line


steps = keep(read(["# tea", "milk", "sugar"]))
print("nothing has run")
print("got", next(steps))
