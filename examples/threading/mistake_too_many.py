# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor

all_at_work = threading.Barrier(4)


def job(number: int) -> str:
    all_at_work.wait()  # forced: four jobs run at the same time
    return threading.current_thread().name


with ThreadPoolExecutor(max_workers=4) as pool:
    names = list(pool.map(job, range(80)))

print(f"{len(names)} jobs done by {len(set(names))} threads")
