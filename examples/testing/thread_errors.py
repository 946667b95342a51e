# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the context manager"
# remove = "with no_errors_in_threads():"
# stderr = true
# recorded = false
# ///
import threading
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def no_errors_in_threads() -> Generator[None]:
    errors = []
    usual = threading.excepthook
    threading.excepthook = lambda args: errors.append(args.exc_value)
    try:
        yield
    finally:
        threading.excepthook = usual
    if errors:
        raise BaseExceptionGroup("in threads", errors)


def parse(text: str) -> int:
    return int(text)


try:
    with no_errors_in_threads():
        thread = threading.Thread(target=parse, args=("ten",))
        thread.start()
        thread.join()
except* ValueError as group:
    print(f"failed: {group.exceptions[0]}")
