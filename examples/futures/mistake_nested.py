# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# hangs = true
# timeout = 1
# [[tool.verbatim.variant]]
# name = "with two workers"
# replace = { "max_workers=1" = "max_workers=2" }
# hangs = false
# timeout = 10
# ///
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=1)


def inner() -> str:
    return "inner result"


def outer() -> str:
    future = pool.submit(inner)  # needs a second worker
    return future.result()


print(pool.submit(outer).result())
pool.shutdown()
