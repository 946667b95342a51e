# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = { resolution = 0.2 }
# order = { stages = ["Downloading *", "Done: *", "All *"] }
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = '(\d+\.\d) seconds'
# min = 1.9
# max = 3.0
# [[tool.verbatim.variant]]
# name = "joining at once"
# replace = { "threads.append(thread)" = "thread.join()" }
# order = "exact"
# timeout = 20
# [[tool.verbatim.variant.mask]]
# name = "seconds"
# pattern = '(\d+\.\d) seconds'
# min = 5.7
# max = 7.5
# ///
import random
import sys
import threading
import time


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def download(name: str) -> None:
    say(f"Downloading {name}")
    time.sleep(random.uniform(1.9, 2.1))  # the network
    say(f"Done: {name}")


start = time.perf_counter()

threads = []
for name in ["maps", "music", "photos"]:
    thread = threading.Thread(target=download, args=(name,))
    thread.start()
    threads.append(thread)

for thread in threads:
    thread.join()

seconds = time.perf_counter() - start
say(f"All downloads done in {seconds:.1f} seconds")
