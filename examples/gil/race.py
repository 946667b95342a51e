# /// script
# requires-python = ">=3.9"
# [tool.verbatim]
# timeout = 30
# cores = 2
# ///
import sys
import threading

sys.setswitchinterval(0.00001)  # ask as often as possible
TIMES = 500_000
counter = 0
together = threading.Barrier(2)


def count() -> None:
    global counter
    together.wait()
    for _ in range(TIMES):
        counter += 1  # no lock


def lost() -> int:
    """How many updates were lost when two threads counted."""
    before = counter
    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return before + 2 * TIMES - counter


some_lost = any(lost() for _ in range(40))  # up to 40 rounds
print(f"Updates were lost: {'yes' if some_lost else 'no'}")
