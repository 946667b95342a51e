# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with map"
# [tool.verbatim.variant.replace]
# "for number in range(4):" = "for _ in pool.map(job, range(4)):"
# "pool.submit(job, number).result()  # wrong: waits at once" = "pass"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

lock = threading.Lock()
running = most = 0
all_running = threading.Barrier(4)


def job(number: int) -> int:
    global running, most
    with lock:
        running += 1
        most = max(most, running)
    with suppress(threading.BrokenBarrierError):
        all_running.wait(timeout=0.5)  # forced: are four running?
    with lock:
        running -= 1
    return number


with ThreadPoolExecutor(max_workers=4) as pool:
    for number in range(4):
        pool.submit(job, number).result()  # wrong: waits at once
print(f"At the same time, at most: {most}")
