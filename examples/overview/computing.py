# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# cores = 2
# timeout = 60
# [[tool.verbatim.mask]]
# name = "thread-ratio"
# pattern = 'Threads: *(\d+\.\d) times'
# min = 0.7
# max = 1.3
# [[tool.verbatim.mask]]
# name = "ratio"
# pattern = '(?:Interpreters|Processes): *(\d+\.\d) times'
# min = 1.3
# max = 2.3
# ///
import time
from concurrent.futures import (
    Executor,
    InterpreterPoolExecutor,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)

LIMITS = [600_000, 600_000]


def add_up(limit: int) -> int:
    total = 0
    for number in range(limit):
        total += number % 7
    return total


def fastest(pool: Executor | None) -> float:
    """The best of fifteen rounds: starting up does not count."""
    times = []
    for _ in range(15):
        start = time.perf_counter()
        list(
            map(add_up, LIMITS)
            if not pool
            else pool.map(add_up, LIMITS)
        )
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    plain = fastest(None)
    for kind, executor in [
        ("Threads", ThreadPoolExecutor),
        ("Interpreters", InterpreterPoolExecutor),
        ("Processes", ProcessPoolExecutor),
    ]:
        with executor(max_workers=2) as pool:
            ratio = plain / fastest(pool)
        print(f"{kind + ':':13} {ratio:.1f} times as fast")
