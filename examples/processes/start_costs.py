# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "ratio"
# pattern = '(\d+) times as long as fork$'
# min = 4
# max = 2000
# [[tool.verbatim.mask]]
# name = "server-ratio"
# pattern = '(\d+) times as long as forkserver'
# min = 4
# max = 2000
# ///
import time
from multiprocessing import get_context
from multiprocessing.context import (
    ForkContext,
    ForkServerContext,
    SpawnContext,
)

Context = ForkContext | ForkServerContext | SpawnContext


def seconds(context: Context) -> float:
    """The shortest of five starts; the first one only warms up."""
    times = []
    for _ in range(6):
        start = time.perf_counter()
        child = context.Process(target=abs, args=(-3,))
        child.start()
        child.join()
        times.append(time.perf_counter() - start)
    return min(times[1:])


if __name__ == "__main__":
    spawn = seconds(get_context("spawn"))
    server = seconds(get_context("forkserver"))
    fork = seconds(get_context("fork"))
    print(f"spawn takes {spawn / fork:.0f} times as long as fork")
    print(f"and {spawn / server:.0f} times as long as forkserver")
