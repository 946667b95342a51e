# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "without the decorator"
# replace = { "@threading.synchronized_iterator\n" = "" }
# ///
import threading
from collections.abc import Iterator

inside = threading.Event()
leave = threading.Event()


@threading.synchronized_iterator
def tickets() -> Iterator[int]:
    for number in range(1, 1000):
        inside.set()
        leave.wait(0.3)  # forced: another thread may come now
        yield number


numbers = tickets()
got = []
other = threading.Thread(target=lambda: got.append(next(numbers)))
other.start()
inside.wait()
try:
    got.append(next(numbers))
except ValueError as error:
    print("ValueError:", error)
leave.set()
other.join()
print(sorted(got))
