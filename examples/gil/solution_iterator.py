# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with self.lock:"
# ///
import threading
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

meeting = threading.Barrier(3)
sold: list[int] = []
refused: list[ValueError] = []


def meet() -> None:
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the others cannot come: go on without them


class Shared(Iterator[T]):
    """Let several threads take from one iterator, one by one."""

    def __init__(self, items: Iterable[T]) -> None:
        self.iterator = iter(items)
        self.lock = threading.Lock()

    def __next__(self) -> T:
        with self.lock:
            return next(self.iterator)


def print_tickets() -> Iterator[int]:
    for number in range(1, 1001):
        meet()  # forced: the others may come now, if they can
        yield number


tickets = Shared(print_tickets())


def sell() -> None:
    meeting.wait()  # all begin at the same time
    try:
        for ticket in tickets:
            sold.append(ticket)
    except ValueError as error:
        refused.append(error)
        meet()


threads = [threading.Thread(target=sell) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"Tickets sold: {len(sold)}, different ones: {len(set(sold))}")
print(f"Sellers sent away: {len(refused)}")
