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


def seconds(method):
    """The shortest of five starts; the first one only warms up."""
    times = []
    context = get_context(method)
    for _ in range(6):
        start = time.perf_counter()
        child = context.Process(target=abs, args=(-3,))
        child.start()
        child.join()
        times.append(time.perf_counter() - start)
    return min(times[1:])


if __name__ == "__main__":
    ratio = seconds("spawn") / seconds("fork")
    print(f"spawn takes {ratio:.0f} times as long as fork")
