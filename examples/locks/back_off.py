# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a plain acquire"
# replace = { "blocking=False" = "" }
# hangs = true
# timeout = 1
# ///
import random
import threading
import time

pen = threading.Lock()
paper = threading.Lock()
meeting = threading.Barrier(2)
letters: list[str] = []
stepped_back: set[str] = set()


def meet(attempt: int) -> None:
    if attempt == 1:
        meeting.wait()


def write_letter(
    name: str, first: threading.Lock, second: threading.Lock
) -> None:
    attempt = 0
    while True:
        attempt += 1
        with first:
            meet(attempt)  # forced: both hold their first lock
            if second.acquire(blocking=False):
                try:
                    letters.append(name)
                    return
                finally:
                    second.release()
            meet(attempt)  # forced: both have tried
        stepped_back.add(name)
        # Both locks are free again: let another thread try.
        time.sleep(random.uniform(0, 0.01))


threads = [
    threading.Thread(target=write_letter, args=args)
    for args in [("Ada", pen, paper), ("Bob", paper, pen)]
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"Stepped back: {sorted(stepped_back)}")
print(f"Letters from: {sorted(letters)}")
