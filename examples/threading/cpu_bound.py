# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# cores = 2
# timeout = 40
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = '(\d+\.\d\d) s$'
# min = 0.02
# max = 9.0
# [[tool.verbatim.mask]]
# name = "thread-ratio"
# pattern = 'threads: (\d+\.\d)x'
# min = 0.8
# max = 1.1
# [[tool.verbatim.mask]]
# name = "process-ratio"
# pattern = 'processes: (\d+\.\d)x'
# min = 1.3
# max = 2.2
# ///
import time
from collections.abc import Callable, Iterable
from concurrent.futures import (
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)

JOBS = [1_500_000, 1_500_000]


def count(limit: int) -> int:
    """Keep one core busy with pure Python."""
    total = 0
    for number in range(limit):
        total += number % 7
    return total


def measure(run: Callable[..., Iterable[int]]) -> float:
    start = time.perf_counter()
    list(run(count, JOBS))
    return time.perf_counter() - start


if __name__ == "__main__":
    with (
        ProcessPoolExecutor(max_workers=2) as processes,
        ThreadPoolExecutor(max_workers=2) as threads,
    ):
        ways = [processes.map, threads.map, map]
        rounds = [[measure(run) for run in ways] for _ in range(20)]

    # The best of twenty rounds: starting up does not count.
    by_processes, by_threads, plain = map(min, zip(*rounds))
    print(f"One after the other: {plain:.2f} s")
    print(f"Two threads:         {by_threads:.2f} s")
    print(f"Two processes:       {by_processes:.2f} s")
    print(f"Speed-up with threads: {plain / by_threads:.1f}x")
    print(f"Speed-up with processes: {plain / by_processes:.1f}x")
