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

meeting = threading.Barrier(2)
drawn: list[int] = []
refused: list[str] = []


def meet() -> None:
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the other thread cannot come: go on without it


@threading.synchronized_iterator
def draw_numbers() -> Iterator[int]:
    for number in range(1, 1001):
        meet()  # forced: the other thread may come now, if it can
        yield number


numbers = draw_numbers()


def draw() -> None:
    meeting.wait()  # both begin at the same time
    try:
        for number in numbers:
            drawn.append(number)
    except ValueError as error:
        refused.append(str(error))
        meet()


threads = [threading.Thread(target=draw) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"{len(drawn)} numbers drawn, {len(set(drawn))} different")
print(f"Refused: {refused}")
