# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = { turns = true, resolution = 0.3 }
# cores = 2
# ///
import sys
import threading
import time

sys.setswitchinterval(0.05)  # seconds; usually 0.005
begin = threading.Event()


def compute() -> None:
    begin.wait()
    end = time.thread_time() + 0.2  # of the processor
    while time.thread_time() < end:
        pass


threads = [
    threading.Thread(target=compute, name=name)
    for name in ["red", "blue"]
]
for thread in threads:
    thread.start()
begin.set()
for thread in threads:
    thread.join()
print("Both have computed")
