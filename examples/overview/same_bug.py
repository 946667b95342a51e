# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import threading
from collections.abc import Callable
from multiprocessing import Process

visits = 0
meeting = threading.Barrier(2)


def visit_in_thread() -> None:
    global visits
    seen = visits
    meeting.wait()  # forced: both have read before one writes
    visits = seen + 1


async def visit_in_task() -> None:
    global visits
    seen = visits
    await asyncio.sleep(0)  # the other one has its turn
    visits = seen + 1


def visit_in_process() -> None:
    global visits
    visits += 1


async def two_tasks() -> None:
    await asyncio.gather(visit_in_task(), visit_in_task())


def run_two(
    kind: type[threading.Thread] | type[Process],
    target: Callable[[], None],
) -> None:
    workers = [kind(target=target) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    run_two(threading.Thread, visit_in_thread)
    print(f"Two threads:   {visits} of 2 visits counted")
    visits = 0
    asyncio.run(two_tasks())
    print(f"Two tasks:     {visits} of 2 visits counted")
    visits = 0
    run_two(Process, visit_in_process)
    print(f"Two processes: {visits} of 2 visits counted here")
