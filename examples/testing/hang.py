# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with an RLock"
# replace = { "lock = threading.Lock" = "lock = threading.RLock" }
# ///
import subprocess
import sys
import threading
from collections.abc import Callable


def run(function: Callable[[], None], seconds: float) -> None:
    thread = threading.Thread(target=function, daemon=True)
    thread.start()
    thread.join(timeout=seconds)
    if thread.is_alive():
        raise TimeoutError(f"{function.__name__}: still running")


def test_starts_python() -> None:
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def test_takes_a_lock_twice() -> None:
    lock = threading.Lock()
    with lock, lock:
        pass


tests = [(test_starts_python, 5), (test_takes_a_lock_twice, 0.5)]
for test, limit in tests:
    try:
        run(test, seconds=limit)
        print(f"{test.__name__}: passed")
    except TimeoutError as error:
        print(f"failed: {error}")
