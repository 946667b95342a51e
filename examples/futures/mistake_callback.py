# /// script
# requires-python = ">=3.11"
# ///
import logging
from concurrent.futures import Future, ThreadPoolExecutor


class Show(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        kind, error, _ = record.exc_info
        print(f"logged: {kind.__name__}: {error}")


logging.getLogger("concurrent.futures").addHandler(Show())


def careless(future: Future[int]) -> None:
    raise KeyError("no such name")


with ThreadPoolExecutor() as pool:
    future = pool.submit(pow, 2, 10)
    future.add_done_callback(careless)

print(f"Result: {future.result()}, exception: {future.exception()}")
