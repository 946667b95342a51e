# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import (
    FIRST_COMPLETED,
    ThreadPoolExecutor,
    wait,
)

answered = threading.Event()


def ask(mirror):
    if mirror == "Oslo":  # forced: only Oslo ever answers
        return "file from Oslo"
    while not answered.wait(timeout=0.05):
        pass  # look whether something has arrived
    return None


with ThreadPoolExecutor(max_workers=3) as pool:
    asked = [
        pool.submit(ask, mirror) for mirror in ["Rome", "Oslo", "Lima"]
    ]
    done, others = wait(asked, return_when=FIRST_COMPLETED)
    print(done.pop().result())
    answered.set()  # the others may stop

print([future.result() for future in others])
