# /// script
# requires-python = ">=3.11"
# ///
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def job(number):
    time.sleep(0.01)
    return threading.current_thread().name


with ThreadPoolExecutor(max_workers=4) as pool:
    names = list(pool.map(job, range(80)))

print(f"{len(names)} jobs done by {len(set(names))} threads")
