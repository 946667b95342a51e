# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy>=2", "threadpoolctl>=3"]
# [tool.verbatim]
# cores = 2
# timeout = 40
# [[tool.verbatim.mask]]
# name = "numpy-ratio"
# pattern = 'NumPy: (\d+\.\d)x'
# min = 1.3
# max = 2.3
# [[tool.verbatim.mask]]
# name = "python-ratio"
# pattern = 'Python: (\d+\.\d)x'
# min = 0.6
# max = 1.2
# ///
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from threadpoolctl import threadpool_limits

matrix = np.full((400, 400), 0.5)


def in_numpy(_job: int) -> None:
    for _ in range(8):
        np.matmul(matrix, matrix)


def in_python(_job: int) -> None:
    total = 0
    for number in range(400_000):
        total += number % 7


def seconds(
    run: Callable[..., Iterable[None]], work: Callable[[int], None]
) -> float:
    start = time.perf_counter()
    list(run(work, [1, 2]))
    return time.perf_counter() - start


pool = ThreadPoolExecutor(max_workers=2)
with pool, threadpool_limits(1):  # no threads of NumPy's own
    for name, work in [("NumPy", in_numpy), ("Python", in_python)]:
        rounds = range(10)  # the best of ten
        plain = min(seconds(map, work) for _ in rounds)
        threads = min(seconds(pool.map, work) for _ in rounds)
        print(f"{name}: {plain / threads:.1f}x with two threads")
