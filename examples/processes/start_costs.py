# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "ratio"
# pattern = '(\d+) times'
# min = 4
# max = 2000
# ///
import time
from multiprocessing import get_context
from multiprocessing.context import ForkContext, SpawnContext


def seconds(context: ForkContext | SpawnContext) -> float:
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
    fork = seconds(get_context("fork"))
    print(f"spawn takes {spawn / fork:.0f} times as long as fork")
