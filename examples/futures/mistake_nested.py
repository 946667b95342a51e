# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with two workers"
# replace = { "max_workers=1" = "max_workers=2" }
# ///
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=1)


def inner():
    return "inner result"


def outer():
    future = pool.submit(inner)  # needs a second worker
    try:
        return future.result(timeout=0.5)
    except TimeoutError:
        return "outer: gave up waiting for inner"


print(pool.submit(outer).result())
pool.shutdown()
