# /// script
# requires-python = ">=3.11"
# ///
import threading
import time
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
running = most = 0


def job(number):
    global running, most
    with lock:
        running += 1
        most = max(most, running)
    time.sleep(0.02)
    with lock:
        running -= 1
    return number


with ThreadPoolExecutor(max_workers=4) as pool:
    for number in range(4):
        pool.submit(job, number).result()  # wrong: waits at once
print(f"At the same time, at most: {most}")
