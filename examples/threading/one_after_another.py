# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = { resolution = 0.2 }
# timeout = 20
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = '(\d+\.\d) seconds'
# min = 5.7
# max = 7.5
# ///
import random
import time


def download(name: str) -> None:
    print(f"Downloading {name}")
    time.sleep(random.uniform(1.9, 2.1))  # the network
    print(f"Done: {name}")


start = time.perf_counter()
for name in ["maps", "music", "photos"]:
    download(name)
seconds = time.perf_counter() - start
print(f"All downloads done in {seconds:.1f} seconds")
