# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# cores = 2
# mask = [
#   { name = "ratio", pattern = '(\d\.\d) times', min = 1.2, max = 3.0 }
# ]
# ///
import time
from concurrent.futures import ProcessPoolExecutor

JOBS = [800_000, 800_000]


def count(limit):
    return sum(number % 7 for number in range(limit))


def measure(run):
    start = time.perf_counter()
    list(run(count, JOBS))
    return time.perf_counter() - start


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as pool:
        rounds = [(measure(map), measure(pool.map)) for _ in range(4)]
    alone, together = map(min, zip(*rounds))
    print(f"Two processes: {alone / together:.1f} times as fast")
