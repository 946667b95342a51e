# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = '(\d+\.\d) seconds'
# min = 0.3
# max = 0.8
# ///
import time
from concurrent.futures import ThreadPoolExecutor


def download(name: str) -> str:
    time.sleep(0.3)
    return f"Done: {name}"


names = ["maps", "music", "photos"]
start = time.perf_counter()
with ThreadPoolExecutor(max_workers=3) as pool:
    for line in pool.map(download, names):
        print(line)
seconds = time.perf_counter() - start
print(f"All downloads done in {seconds:.1f} seconds")
